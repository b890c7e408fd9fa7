<?php
// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// Usage: php php_post.php URL CA-FILE SECRET-FILE streams|curl BODY…
// Posts each body, signed as Smile signs, to URL/NAME.

function fail(string $why): void
{
    fwrite(STDERR, $why . "\n");
    exit(1);
}

function withStreams(string $url, string $ca, array $headers, string $body): int
{
    $context = stream_context_create([
        'http' => ['method' => 'POST', 'header' => $headers, 'content' => $body, 'timeout' => 60,
            'ignore_errors' => true],
        'ssl' => ['cafile' => $ca, 'verify_peer' => true, 'verify_peer_name' => true],
    ]);
    if (file_get_contents($url, false, $context) === false) {
        fail('no answer');
    }
    return (int) explode(' ', $http_response_header[0])[1];
}

function withCurl(string $url, string $ca, array $headers, string $body): int
{
    $handle = curl_init($url);
    curl_setopt_array($handle, [CURLOPT_POST => true, CURLOPT_POSTFIELDS => $body,
        CURLOPT_HTTPHEADER => $headers, CURLOPT_CAINFO => $ca, CURLOPT_RETURNTRANSFER => true]);
    if (curl_exec($handle) === false) {
        fail(curl_error($handle));
    }
    return curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
}

[, $url, $ca, $secretFile, $kind] = $argv;
$secret = file_get_contents($secretFile);
foreach (array_slice($argv, 5) as $name) {
    $body = file_get_contents($name);
    $timestamp = (string) time();
    $signature = base64_encode(hash_hmac('sha256', "$timestamp.$body", $secret, true));
    $headers = ['Content-Type: application/json', "Smile-Timestamp: $timestamp",
        "Smile-Signature: $signature", 'x-ODD-Case: kept', 'X-Repeat: one', 'X-Repeat: two',
        "X-Bytes: caf\xe9 \xff"];
    $send = $kind === 'curl' ? 'withCurl' : 'withStreams';
    $status = $send($url . '/' . basename($name), $ca, $headers, $body);
    if ($status !== 200) {
        fail("status $status");
    }
}
