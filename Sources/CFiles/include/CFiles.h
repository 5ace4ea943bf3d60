// What the system can do with files that Swift's C library module does not show.
#ifndef CFILES_H
#define CFILES_H

// Copies extended attributes, access lists among them, from a file to an open one; those that cannot
// be kept are left out.
void files_copy_attributes(const char *from, int to);

// Renames a file unless something has the new name: 0, or -1 and errno, EEXIST when something has it.
int files_rename_new(const char *from, const char *to);

// Opens a new file for adding to its end that stands in a folder without a name, and goes with the last
// descriptor: -1 where the system or the file system has no such files.
int files_make_nameless(const char *folder);

// Gives such a file a name that nothing has: 0, or -1 and errno.
int files_name(int descriptor, const char *path);

#endif
