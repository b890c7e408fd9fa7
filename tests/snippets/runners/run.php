<?php
// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// Calls each case's snippet and prints its number and the answer. The clock is the case's: each
// snippet stands in a namespace of its own, where time() is another.

set_error_handler(function (int $level, string $what) {
    throw new ErrorException($what);
});
[, $folder] = $argv;
$loaded = [];
foreach (file("$folder/cases", FILE_IGNORE_NEW_LINES) as $row => $line) {
    [$scheme, $now, $secret, $body, $extras, $fields] = explode("\t", $line);
    $GLOBALS['now'] = $now / 1000000;
    $headers = [];
    foreach (array_filter(explode(',', $fields)) as $field) {
        [$name, $value] = array_map('base64_decode', explode(':', $field));
        $headers[$name] = $value;
    }
    $namespace = 's_' . str_replace('-', '_', $scheme);
    if (!isset($loaded[$scheme])) {
        $code = substr(file_get_contents("$folder/$scheme.php"), strlen('<?php'));
        eval("namespace $namespace;
            function time(): int { return (int) \$GLOBALS['now']; }
            function microtime(bool \$real): float { return \$GLOBALS['now']; }
            $code");
        $loaded[$scheme] = true;
    }
    try {
        $extra = array_map('base64_decode', array_filter(explode(',', $extras)));
        $answer = ("$namespace\\verify_webhook")(
            base64_decode($body), $headers, base64_decode($secret), ...$extra);
        $result = var_export($answer, true);
    } catch (Throwable $error) {
        $result = $error->getMessage() . ' in line ' . $error->getLine();
    }
    echo "$row $result\n";
}
