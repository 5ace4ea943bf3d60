#include "CZip.h"

#include <limits.h>
#include <zlib.h>

// No header and no checksum around the data, and the largest window.
enum { bare = -MAX_WBITS, usual_memory = 8 };

uint32_t zip_crc(const uint8_t *bytes, size_t count) {
  return (uint32_t)crc32_z(0, count == 0 ? (const uint8_t *)"" : bytes, count);
}

ptrdiff_t zip_inflate(const uint8_t *data, size_t count, uint8_t *place, size_t room) {
  if (count > UINT_MAX || room >= UINT_MAX) return zip_too_long;
  z_stream stream = {.next_in = (Bytef *)data, .avail_in = (uInt)count};
  if (inflateInit2(&stream, bare) != Z_OK) return zip_no_memory;
  uint8_t more;
  stream.next_out = room == 0 ? &more : place;
  stream.avail_out = room == 0 ? 1 : (uInt)room;
  int result = inflate(&stream, Z_FINISH);
  // Where the room is just enough, the end may be told by the next call only.
  if (result == Z_BUF_ERROR && stream.avail_out == 0 && room > 0) {
    stream.next_out = &more;
    stream.avail_out = 1;
    result = inflate(&stream, Z_FINISH);
  }
  size_t made = stream.total_out;
  size_t left = stream.avail_in;
  inflateEnd(&stream);
  if (result == Z_MEM_ERROR) return zip_no_memory;
  if (made > room) return zip_too_long;
  return result == Z_STREAM_END && left == 0 ? (ptrdiff_t)made : zip_broken;
}

size_t zip_deflate_room(size_t count) { return compressBound(count); }

ptrdiff_t zip_deflate(
    const uint8_t *bytes, size_t count, uint8_t *place, size_t room, int level) {
  if (count > UINT_MAX || room > UINT_MAX) return zip_too_long;
  z_stream stream = {.next_in = (Bytef *)bytes, .avail_in = (uInt)count};
  stream.next_out = place;
  stream.avail_out = (uInt)room;
  if (deflateInit2(&stream, level, Z_DEFLATED, bare, usual_memory, Z_DEFAULT_STRATEGY) != Z_OK)
    return zip_no_memory;
  int result = deflate(&stream, Z_FINISH);
  size_t made = stream.total_out;
  deflateEnd(&stream);
  return result == Z_STREAM_END ? (ptrdiff_t)made : zip_too_long;
}
