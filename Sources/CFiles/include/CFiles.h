// What the system can do with files that Swift's C library module does not show.
#ifndef CFILES_H
#define CFILES_H

// Copies extended attributes, access lists among them, from a file to an open one; those that cannot
// be kept are left out.
void files_copy_attributes(const char *from, int to);

// Renames a file unless something has the new name: 0, or -1 and errno, EEXIST when something has it.
int files_rename_new(const char *from, const char *to);

#endif
