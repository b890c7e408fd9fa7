// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <variant>

namespace core
{

enum class ErrorKind {
    Usage, // what was asked cannot be done as asked: exit status 2
    Environment, // the file, the network or the system said no: exit status 3
};

// What could not be done, and why; both are sentences for people, without secrets.
struct Error {
    ErrorKind kind = ErrorKind::Environment;
    QString what;
    QString why;

    bool operator==(const Error &) const = default;
};

// One line for stderr or a log: "Cannot open x. The file is damaged."
inline QString describe(const Error &error)
{
    return error.why.isEmpty() ? error.what : error.what + u' ' + error.why;
}

struct Done {
};

// A value, or the Error that kept it from being made. std::expected needs C++23.
template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::move(error))
    {
    }

    explicit operator bool() const { return std::holds_alternative<T>(m_state); }
    T &operator*() { return std::get<T>(m_state); }
    const T &operator*() const { return std::get<T>(m_state); }
    T *operator->() { return &std::get<T>(m_state); }
    const T *operator->() const { return &std::get<T>(m_state); }
    const Error &error() const { return std::get<Error>(m_state); }

private:
    std::variant<T, Error> m_state;
};

// What can fail and gives nothing but its success.
using Status = Result<Done>;

} // namespace core
