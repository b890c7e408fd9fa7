// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/command.h"
#include "gui.h"

int main(int argc, char **argv)
{
    return runGui(argc, argv, {});
}
