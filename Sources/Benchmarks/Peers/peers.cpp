// Times other libraries on the bytes of one file: how long one takes, the first time in a process, from
// bytes in memory to what it offers. What is let go of again afterwards does not count.
// Usage: peers NAME FILE, prints NAME MILLISECONDS; with NAME alone its version.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <expat.h>
#include <libxml/parser.h>
#include <pugixml.hpp>

using Clock = std::chrono::steady_clock;

static double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Each answers milliseconds, or a negative number when the file cannot be parsed.

static double parsePugixml(const std::string &bytes) {
  pugi::xml_document document;
  auto start = Clock::now();
  bool isRead = document.load_buffer(bytes.data(), bytes.size(), pugi::parse_full);
  double time = since(start);
  return isRead ? time : -1;
}

static double parseLibxml2(const std::string &bytes) {
  auto start = Clock::now();
  xmlDocPtr document = xmlReadMemory(bytes.data(), (int)bytes.size(), "file", nullptr,
                                     XML_PARSE_NONET | XML_PARSE_HUGE);
  double time = since(start);
  if (!document) return -1;
  xmlFreeDoc(document);
  return time;
}

static void onStart(void *count, const XML_Char *, const XML_Char **) { ++*(size_t *)count; }
static void onEnd(void *, const XML_Char *) {}
static void onText(void *count, const XML_Char *, int length) { *(size_t *)count += length; }

static double parseExpat(const std::string &bytes) {
  size_t count = 0;
  auto start = Clock::now();
  XML_Parser parser = XML_ParserCreate(nullptr);
  XML_SetUserData(parser, &count);
  XML_SetElementHandler(parser, onStart, onEnd);
  XML_SetCharacterDataHandler(parser, onText);
  bool isRead = XML_Parse(parser, bytes.data(), (int)bytes.size(), 1) == XML_STATUS_OK;
  double time = since(start);
  XML_ParserFree(parser);
  return isRead && count > 0 ? time : -1;
}

int main(int count, char **arguments) {
  if (count < 2) return 2;
  std::string name = arguments[1], version;
  double (*parse)(const std::string &);
  if (name == "pugixml") {
    parse = parsePugixml;
    version = std::to_string(PUGIXML_VERSION / 1000) + "." +
              std::to_string(PUGIXML_VERSION / 10 % 100);
  } else if (name == "libxml2") {
    parse = parseLibxml2;
    version = LIBXML_DOTTED_VERSION;
  } else if (name == "expat") {
    parse = parseExpat;
    XML_Expat_Version parts = XML_ExpatVersionInfo();
    version = std::to_string(parts.major) + "." + std::to_string(parts.minor) + "." +
              std::to_string(parts.micro);
  } else {
    return 2;
  }
  if (count == 2) {
    printf("%s\n", version.c_str());
    return 0;
  }
  std::ifstream file(arguments[2], std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  double time = parse(bytes);
  if (time < 0) return 1;
  printf("%s %.4f\n", name.c_str(), time);
}
