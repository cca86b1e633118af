// What is compiled into the program: the sentences of words.yaml as a table, and the files of Resources/ as bytes.
//
// Indices run from 0 to the count, exclusive; no function checks them. All memory is static and never changes.

#ifndef HEARTH_CRESOURCES_H
#define HEARTH_CRESOURCES_H

#include <stdint.h>

#pragma clang assume_nonnull begin

int32_t hearth_word_count(void);

// UTF-8, ended by a zero.
const char *hearth_word(int32_t index);

int32_t hearth_resource_count(void);

// The path below Resources/, such as `en/prompts/self.yaml`, ended by a zero.
const char *hearth_resource_name(int32_t index);

// As many bytes as `hearth_resource_length` says; no zero ends them.
const unsigned char *hearth_resource_bytes(int32_t index);

int32_t hearth_resource_length(int32_t index);

#pragma clang assume_nonnull end

#endif
