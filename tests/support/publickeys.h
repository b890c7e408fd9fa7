// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

// Public keys made for the tests with OpenSSL, and what their private halves signed of "hello".
namespace publickeys
{

constexpr char curve[]
    = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEl54XzAws9iKwJS4TFBcKzFzqADdyOmPFDlIUwSgXo/Q2"
      "qkOAVhK8Q6IE5xhsVXLKWpOcMUxd43jbYhhG2g8awg==";
constexpr char curveX[] = "l54XzAws9iKwJS4TFBcKzFzqADdyOmPFDlIUwSgXo_Q";
constexpr char curveY[] = "NqpDgFYSvEOiBOcYbFVyylqTnDFMXeN422IYRtoPGsI";
constexpr char curveSignature[]
    = "MEYCIQC3eEG8ZSpy4Payu2cYOySghfVNmXUo1of3rOEY5osPTgIhAImplivcFfb8uwv+sp6I6bauhj0P"
      "DXTi+qqngKp2wNrb";
constexpr char certificate[]
    = "MIIBdjCCARugAwIBAgIUV/+Jz5osbREEchuPywknFOkayu8wCgYIKoZIzj0EAwIwDzENMAsGA1UEAwwE"
      "dGVzdDAgFw0yNjExMjUyMDE5MTRaGA8yMTI2MTEwMTIwMTkxNFowDzENMAsGA1UEAwwEdGVzdDBZMBMG"
      "ByqGSM49AgEGCCqGSM49AwEHA0IABJeeF8wMLPYisCUuExQXCsxc6gA3cjpjxQ5SFMEoF6P0NqpDgFYS"
      "vEOiBOcYbFVyylqTnDFMXeN422IYRtoPGsKjUzBRMB0GA1UdDgQWBBQrRK/YDz/pJYgWUBFme0/NP27p"
      "GjAfBgNVHSMEGDAWgBQrRK/YDz/pJYgWUBFme0/NP27pGjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49"
      "BAMCA0kAMEYCIQDK2wqSQSUTL2osRvez7A6Vow+M6ZCRz/5wr49Uu1JOqQIhALQ51Pa6CwmbloET5ZB7"
      "lD+j7DxdWl4xIxE+eGmRQ1/4";
constexpr char edwards[] = "MCowBQYDK2VwAyEANkrZOBstYX07AaBMSrUIhDqRyKPHC995aLW2kU9xrgk=";
constexpr char edwardsHex[] = "364ad9381b2d617d3b01a04c4ab508843a91c8a3c70bdf7968b5b6914f71ae09";
constexpr char edwardsRaw[] = "NkrZOBstYX07AaBMSrUIhDqRyKPHC995aLW2kU9xrgk=";
constexpr char edwardsX[] = "NkrZOBstYX07AaBMSrUIhDqRyKPHC995aLW2kU9xrgk";
constexpr char edwardsSignature[]
    = "Ep+zvEfqczeqiPLRgi4ROhcH5IxM1LajX90aryUSWvWyc9Xf2teKvRUcHbrf1XVACf9f8PDz0SmpBYUl"
      "wQ1YDA==";
constexpr char rsa[]
    = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDNs+5ng1XFlheTNItHNZbFow5UfKnHnfMv0/DRUo5s"
      "dn1crr+DJjokN5oSgyQFBbRFqk8Ak02b1n4SXBX2q8cIWE6T/uqtwSJLO8oLRnJdLW3ykpzadLxQj45F"
      "4tCI/Ad/eKw2TQCVGa8qgdoQ/XcChhkHwupAg+11eIsKD0A7qwIDAQAB";
constexpr char rsaModulus[]
    = "zbPuZ4NVxZYXkzSLRzWWxaMOVHypx53zL9Pw0VKObHZ9XK6_gyY6JDeaEoMkBQW0RapPAJNNm9Z-ElwV"
      "9qvHCFhOk_7qrcEiSzvKC0ZyXS1t8pKc2nS8UI-OReLQiPwHf3isNk0AlRmvKoHaEP13AoYZB8LqQIPt"
      "dXiLCg9AO6s";
constexpr char rsaSignature[]
    = "L2rU7wHAKFOxh3eKCsfNixUWrQlDMWbIFCYh7XjdF5jSeLVoQ1iZxMS8LCCJTp1kennDJwqYoGjiiJto"
      "2mlmQ+e+jYYjuJtKQTnrRJhdwM+VvK+dEX3X1mMWmZ0abx+nQ4xS9OVSGFGpFn2ep4Tr52hXjKBS6Vx/"
      "oNF7rRwgIRQ=";

inline QByteArray pem(const QByteArray &base64, const QByteArray &label = "PUBLIC KEY")
{
    QByteArray text = "-----BEGIN " + label + "-----\n";
    for (qsizetype at = 0; at < base64.size(); at += 64)
        text += base64.mid(at, 64) + '\n';
    return text + "-----END " + label + "-----\n";
}

} // namespace publickeys
