// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <variant>

namespace core
{

// A front end offers a way out by the kind; the words are for people.
enum class ErrorKind {
    Usage, // what was asked cannot be done as asked: exit status 2
    Environment, // the file, the network or the system said no: exit status 3, as all below
    InUse, // another program holds the file or the port
    Damaged, // the file is not what was once written
    Newer, // a later version of this program made the file
    Expired, // the certificate's time is over
    PasswordNeeded, // none was given, or a wrong one
    Unusable, // a certificate or key file that is not there, may not be read, or does not serve
    Forbidden, // this user may not
    NoSuchAddress, // this computer does not have it
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
