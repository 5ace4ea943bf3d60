#include "CEmbedded.h"

// One entry is all a new file needs. Themes and topics of the help are listed in the order they stand here.
static const struct embedded_file files[] = {
    {"Themes/default.toml", (const char[]){
#embed "../../Themes/default.toml" suffix(, 0)
    }},
    {"Themes/dark.toml", (const char[]){
#embed "../../Themes/dark.toml" suffix(, 0)
    }},
    {"Themes/light.toml", (const char[]){
#embed "../../Themes/light.toml" suffix(, 0)
    }},
    {"Themes/contrast.toml", (const char[]){
#embed "../../Themes/contrast.toml" suffix(, 0)
    }},
    {"Themes/mono.toml", (const char[]){
#embed "../../Themes/mono.toml" suffix(, 0)
    }},
    {"Sample/sample.xml", (const char[]){
#embed "Sample/sample.xml" suffix(, 0)
    }},
    {"Help/commands.md", (const char[]){
#embed "Help/commands.md" suffix(, 0)
    }},
    {"Help/keys.md", (const char[]){
#embed "Help/keys.md" suffix(, 0)
    }},
    {"Help/signs.md", (const char[]){
#embed "Help/signs.md" suffix(, 0)
    }},
    {"Help/conditions.md", (const char[]){
#embed "Help/conditions.md" suffix(, 0)
    }},
    {"Help/references.md", (const char[]){
#embed "Help/references.md" suffix(, 0)
    }},
    {"Help/exports.md", (const char[]){
#embed "Help/exports.md" suffix(, 0)
    }},
    {"Help/settings.md", (const char[]){
#embed "Help/settings.md" suffix(, 0)
    }},
    {"Templates/templates.txt", (const char[]){
#embed "Templates/templates.txt" suffix(, 0)
    }},
    {"Catalogue/variables.tsv", (const char[]){
#embed "Catalogue/variables.tsv" suffix(, 0)
    }},
    {"Catalogue/products.txt", (const char[]){
#embed "Catalogue/products.txt" suffix(, 0)
    }},
    {"Catalogue/scripts.tsv", (const char[]){
#embed "Catalogue/scripts.tsv" suffix(, 0)
    }},
    {"StepTypes/ConfigurationManager.steps", (const char[]){
#embed "StepTypes/ConfigurationManager.steps" suffix(, 0)
    }},
    {"StepTypes/MDT.steps", (const char[]){
#embed "StepTypes/MDT.steps" suffix(, 0)
    }},
};

const struct embedded_file *embedded_file(size_t place) {
  return place < sizeof files / sizeof *files ? &files[place] : NULL;
}
