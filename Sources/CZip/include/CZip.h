// What zlib does for archives: CRC-32, and deflated data without a header of its own (RFC 1951).
#ifndef CZIP_H
#define CZIP_H

#include <stddef.h>
#include <stdint.h>

// The CRC-32 of some bytes.
uint32_t zip_crc(const uint8_t *bytes, size_t count);

enum {
  // The data is not what deflating makes, or ends too early, or bytes are left behind it.
  zip_broken = -1,
  // It makes more bytes than there is room for.
  zip_too_long = -2,
  zip_no_memory = -3,
};

// Inflates all of some data into a place and answers how many bytes that made, or one of the above.
ptrdiff_t zip_inflate(const uint8_t *data, size_t count, uint8_t *place, size_t room);

// How much room deflating may take.
size_t zip_deflate_room(size_t count);

// Deflates some bytes, with a level from 1 to 9, and answers how many that made, or one of the above.
ptrdiff_t zip_deflate(const uint8_t *bytes, size_t count, uint8_t *place, size_t room, int level);

#endif
