// Times other libraries on the bytes of one file: how long each takes from bytes in memory to what
// it offers, in milliseconds. "cold" is the first time in this process, "warm" the median of the
// rest. Usage: peers NAME FILE TIMES, prints NAME VERSION COLD WARM.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include <expat.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <pugixml.hpp>

static bool parsePugixml(const std::string &bytes) {
  pugi::xml_document document;
  return document.load_buffer(bytes.data(), bytes.size(), pugi::parse_full);
}

static bool parseLibxml2(const std::string &bytes) {
  xmlDocPtr document = xmlReadMemory(bytes.data(), (int)bytes.size(), "file", nullptr,
                                     XML_PARSE_NONET | XML_PARSE_HUGE);
  if (!document) return false;
  xmlFreeDoc(document);
  return true;
}

static bool readLibxml2(const std::string &bytes) {
  xmlTextReaderPtr reader = xmlReaderForMemory(bytes.data(), (int)bytes.size(), "file", nullptr,
                                               XML_PARSE_NONET | XML_PARSE_HUGE);
  int verdict;
  while ((verdict = xmlTextReaderRead(reader)) == 1) {}
  xmlFreeTextReader(reader);
  return verdict == 0;
}

static void onStart(void *count, const XML_Char *, const XML_Char **) { ++*(size_t *)count; }
static void onEnd(void *, const XML_Char *) {}
static void onText(void *count, const XML_Char *, int length) { *(size_t *)count += length; }

static bool parseExpat(const std::string &bytes) {
  XML_Parser parser = XML_ParserCreate(nullptr);
  size_t count = 0;
  XML_SetUserData(parser, &count);
  XML_SetElementHandler(parser, onStart, onEnd);
  XML_SetCharacterDataHandler(parser, onText);
  bool isRead = XML_Parse(parser, bytes.data(), (int)bytes.size(), 1) == XML_STATUS_OK;
  XML_ParserFree(parser);
  return isRead && count > 0;
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  std::string name = arguments[1];
  std::ifstream file(arguments[2], std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::function<bool(const std::string &)> parse;
  std::string version;
  if (name == "pugixml") {
    parse = parsePugixml;
    version = std::to_string(PUGIXML_VERSION / 1000) + "." + std::to_string(PUGIXML_VERSION / 10 % 100);
  } else if (name == "libxml2") {
    parse = parseLibxml2;
    version = LIBXML_DOTTED_VERSION;
  } else if (name == "libxml2-reader") {
    parse = readLibxml2;
    version = LIBXML_DOTTED_VERSION;
  } else if (name == "expat") {
    parse = parseExpat;
    XML_Expat_Version parts = XML_ExpatVersionInfo();
    version = std::to_string(parts.major) + "." + std::to_string(parts.minor) + "." +
              std::to_string(parts.micro);
  } else {
    return 2;
  }
  std::vector<double> times;
  for (int index = 0; index < std::max(2, atoi(arguments[3])); ++index) {
    auto start = std::chrono::steady_clock::now();
    if (!parse(bytes)) return 1;
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  double cold = times[0];
  std::sort(times.begin() + 1, times.end());
  printf("%s %s %.4f %.4f\n", name.c_str(), version.c_str(), cold, times[1 + (times.size() - 1) / 2]);
}
