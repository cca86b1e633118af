// What is compiled into the program: the sentences of words.yaml as a table, and the files of Resources/ as bytes.
//
// Indices run from 0 to the count, exclusive; no function checks them. All memory is static, and only the choice of a
// language ever changes.

#ifndef HEARTH_CRESOURCES_H
#define HEARTH_CRESOURCES_H

#include <stdbool.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

int32_t hearth_word_count(void);

// UTF-8, ended by a zero; in the language that is spoken.
const char *hearth_word(int32_t index);

// The sentence's place in words.yaml, such as `journal.star`.
const char *hearth_word_path(int32_t index);

// The index of the sentence at a path; -1 where there is none.
int32_t hearth_word_at(const char *path);

// The language that is spoken, by the name of its folder in Resources/.
const char *hearth_language(void);

// Speaks another language from now on; false, and no change, where there is no such folder. Any thread may call it, but
// what was said before stays said.
bool hearth_speak(const char *language);

// A question of the house. Texts are UTF-8, ended by a zero; lists have commas between.
struct hearth_prompt {
  // The path below Resources/ it was read from, such as `en/prompts/self.yaml`.
  const char *file;
  const char *id;
  const char *text;
  // Without a figure of speech.
  const char *_Nullable literal;
  const char *categories;
  const char *concepts;
  const char *_Nullable note;
  int32_t depth;
  int32_t minutes;
};

int32_t hearth_prompt_count(void);

const struct hearth_prompt *hearth_prompt(int32_t index);

int32_t hearth_resource_count(void);

// The path below Resources/, such as `en/prompts/self.yaml`, ended by a zero.
const char *hearth_resource_name(int32_t index);

// As many bytes as `hearth_resource_length` says; no zero ends them.
const unsigned char *hearth_resource_bytes(int32_t index);

int32_t hearth_resource_length(int32_t index);

#pragma clang assume_nonnull end

#endif
