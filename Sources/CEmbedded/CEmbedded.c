#include "CEmbedded.h"

#include <string.h>

static const unsigned char theme_default[] = {
#embed "../../Themes/default.toml"
};
static const unsigned char theme_dark[] = {
#embed "../../Themes/dark.toml"
};
static const unsigned char theme_light[] = {
#embed "../../Themes/light.toml"
};
static const unsigned char theme_contrast[] = {
#embed "../../Themes/contrast.toml"
};
static const unsigned char theme_mono[] = {
#embed "../../Themes/mono.toml"
};
static const unsigned char sample[] = {
#embed "Sample/sample.xml"
};
static const unsigned char variables[] = {
#embed "Catalogue/variables.tsv"
};
static const unsigned char templates[] = {
#embed "Templates/templates.txt"
};
static const unsigned char steps_cm[] = {
#embed "StepTypes/ConfigurationManager.steps"
};
static const unsigned char steps_mdt[] = {
#embed "StepTypes/MDT.steps"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} files[] = {
    {"Themes/default.toml", theme_default, sizeof theme_default},
    {"Themes/dark.toml", theme_dark, sizeof theme_dark},
    {"Themes/light.toml", theme_light, sizeof theme_light},
    {"Themes/contrast.toml", theme_contrast, sizeof theme_contrast},
    {"Themes/mono.toml", theme_mono, sizeof theme_mono},
    {"Sample/sample.xml", sample, sizeof sample},
    {"Templates/templates.txt", templates, sizeof templates},
    {"Catalogue/variables.tsv", variables, sizeof variables},
    {"StepTypes/ConfigurationManager.steps", steps_cm, sizeof steps_cm},
    {"StepTypes/MDT.steps", steps_mdt, sizeof steps_mdt},
};

const unsigned char *embedded_file(const char *name, size_t *count) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    if (strcmp(files[i].name, name) == 0) {
      *count = files[i].count;
      return files[i].bytes;
    }
  }
  *count = 0;
  return NULL;
}
