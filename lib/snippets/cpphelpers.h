// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringView>

namespace snippets
{

// What OpenSSL's C functions need around them in C++; only those that are called are written.
inline constexpr QStringView helperHex
    = uR"(std::string hex(const std::vector<unsigned char> &bytes)
{
    std::string text;
    for (const unsigned char byte : bytes)
        text.append({"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]});
    return text;
}
)";
inline constexpr QStringView helperBase64
    = uR"(std::string base64(const std::vector<unsigned char> &bytes)
{
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    text.resize(EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()), bytes.data(),
                                int(bytes.size())));
    return text;
}
)";
inline constexpr QStringView helperFromBase64 = uR"(std::string fromBase64(const std::string &text)
{
    std::string bytes(text.size(), '\0');
    const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char *>(bytes.data()),
                                     reinterpret_cast<const unsigned char *>(text.data()),
                                     int(text.size()));
    const auto padding = text.size() - std::min(text.find('='), text.size());
    bytes.resize(size < 0 ? 0 : size - std::min<std::size_t>(padding, 2));
    return bytes; // empty: the text is not Base64
}
)";
inline constexpr QStringView helperFromHex = uR"(std::string fromHex(const std::string &text)
{
    long size = 0;
    unsigned char *bytes = OPENSSL_hexstr2buf(text.c_str(), &size);
    const std::string result(reinterpret_cast<const char *>(bytes), bytes ? size : 0);
    OPENSSL_free(bytes);
    return result; // empty: the text is not hexadecimal
}
)";
inline constexpr QStringView helperIsEqual
    = uR"(bool isEqual(const std::string &a, const std::string &b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}
)";
inline constexpr QStringView helperLower = uR"(std::string lower(std::string text)
{
    for (char &c : text)
        c = c >= 'A' && c <= 'Z' ? char(c + 'a' - 'A') : c;
    return text;
}
)";

} // namespace snippets
