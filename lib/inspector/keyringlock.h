// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>

class QObject;

namespace inspector
{

// Calls `told` with whether the desktop's Secret Service has its default collection locked; false
// where there is no such service. Needed because a lookup whose unlocking was declined looks like
// "not found". Returns at once; `told` is dropped with `context`.
// https://specifications.freedesktop.org/secret-service-spec/latest/, "Collection"
void askWhetherKeyringIsLocked(QObject *context, const std::function<void(bool locked)> &told);

} // namespace inspector
