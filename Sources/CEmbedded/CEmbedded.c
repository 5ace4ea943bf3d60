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
    {"Help/runs.md", (const char[]){
#embed "Help/runs.md" suffix(, 0)
    }},
    {"Help/logs.md", (const char[]){
#embed "Help/logs.md" suffix(, 0)
    }},
    {"Help/exports.md", (const char[]){
#embed "Help/exports.md" suffix(, 0)
    }},
    {"Help/settings.md", (const char[]){
#embed "Help/settings.md" suffix(, 0)
    }},
    {"Situations/laptop-pxe.toml", (const char[]){
#embed "Situations/laptop-pxe.toml" suffix(, 0)
    }},
    {"Situations/desktop-pxe.toml", (const char[]){
#embed "Situations/desktop-pxe.toml" suffix(, 0)
    }},
    {"Situations/desktop-bios.toml", (const char[]){
#embed "Situations/desktop-bios.toml" suffix(, 0)
    }},
    {"Situations/virtual-machine.toml", (const char[]){
#embed "Situations/virtual-machine.toml" suffix(, 0)
    }},
    {"Situations/server-media.toml", (const char[]){
#embed "Situations/server-media.toml" suffix(, 0)
    }},
    {"Situations/laptop-software-center.toml", (const char[]){
#embed "Situations/laptop-software-center.toml" suffix(, 0)
    }},
    {"Situations/mdt-laptop-new.toml", (const char[]){
#embed "Situations/mdt-laptop-new.toml" suffix(, 0)
    }},
    {"Situations/mdt-virtual-new.toml", (const char[]){
#embed "Situations/mdt-virtual-new.toml" suffix(, 0)
    }},
    {"Situations/mdt-desktop-refresh.toml", (const char[]){
#embed "Situations/mdt-desktop-refresh.toml" suffix(, 0)
    }},
    {"Situations/mdt-laptop-upgrade.toml", (const char[]){
#embed "Situations/mdt-laptop-upgrade.toml" suffix(, 0)
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
    {"Catalogue/codes.tsv", (const char[]){
#embed "Catalogue/codes.tsv" suffix(, 0)
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
