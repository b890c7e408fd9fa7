// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "tls/authority.h"

#include "tls/authorityfiles.h"
#include "tls/issuing.h"
#include "tls/privatefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLockFile>

namespace tls
{

using core::Error;
using core::ErrorKind;
using core::Result;
using core::Status;
using namespace Qt::Literals::StringLiterals;

static constexpr qint64 renewalTime = 30LL * 86'400 * 1'000'000;
static constexpr int lockWait = 10'000;

static QString tr(const char *text) { return QCoreApplication::translate("tls", text); }

namespace
{

// What lies in the folder, as far as it is there.
struct Contents {
    Pair authority;
    Pair leaf;
};

} // namespace

static Result<Contents> read(const QString &folder, qint64 now)
{
    Contents contents;
    Result<Pair> authority = readAuthority(folder, now);
    if (!authority)
        return authority.error();
    contents.authority = std::move(*authority);
    if (!contents.authority.certificate)
        return contents;
    Result<Pair> leaf = readLeaf(folder, contents.authority.certificate.get());
    if (!leaf)
        return leaf.error();
    contents.leaf = std::move(*leaf);
    return contents;
}

static bool valid(const Pair &leaf, qint64 now)
{
    return leaf.whole() && now >= validFrom(leaf.certificate.get())
        && now <= validUntil(leaf.certificate.get());
}

// A leaf that lives as long as its authority is not renewed: a new one would end with it too.
static bool fresh(const Contents &contents, qint64 now)
{
    if (!contents.authority.certificate || !valid(contents.leaf, now))
        return false;
    const qint64 until = validUntil(contents.leaf.certificate.get());
    return until - now >= renewalTime || until >= validUntil(contents.authority.certificate.get());
}

static Error cryptoError()
{
    return {ErrorKind::Environment, tr("Cannot make a certificate."),
            tr("OpenSSL has no randomness or no memory for it.")};
}

static Status makeAuthority(const QString &folder, Pair &authority, qint64 now)
{
    if (!authority.key) // Else an earlier start got no further than the key.
        authority.key = newKey();
    if (authority.key)
        authority.certificate = newAuthority(authority.key.get(), now);
    return authority.whole() ? writeAuthority(folder, authority) : cryptoError();
}

static Status makeLeaf(const QString &folder, Contents &contents, qint64 now)
{
    if (!contents.authority.key)
        return Error{ErrorKind::Unusable, tr("Cannot renew the local certificate."),
                     tr("The authority's key, ca-key.pem, is missing in %1. Put it back, or move "
                        "the folder away to make a new authority.")
                         .arg(folder)};
    Pair leaf{.key = std::move(contents.leaf.key), .certificate = {}};
    if (!leaf.key)
        leaf.key = newKey();
    if (leaf.key)
        leaf.certificate = newLeaf(leaf.key.get(), contents.authority.certificate.get(),
                                   contents.authority.key.get(), now);
    if (!leaf.whole())
        return cryptoError();
    contents.leaf = std::move(leaf);
    return writeLeaf(folder, contents.leaf);
}

// While one process makes files, another waits and then finds them.
static Status lock(QLockFile &file, const QString &folder)
{
    file.setStaleLockTime(0); // A lock whose process is gone does not hold in any case.
    if (file.tryLock(lockWait))
        return core::Done{};
    const bool refused = file.error() == QLockFile::PermissionError;
    return Error{ErrorKind::Environment, tr("Cannot write in the folder %1.").arg(folder),
                 refused ? tr("It is not writable.")
                         : tr("Another process of Hookglass has been busy there for 10 s.")};
}

static Status complete(const QString &folder, Contents &contents, qint64 now)
{
    if (!contents.authority.certificate) {
        if (const Status made = makeAuthority(folder, contents.authority, now); !made)
            return made;
        // A leaf that stands beside no authority is of one that is gone.
        Result<Pair> leaf = readLeaf(folder, contents.authority.certificate.get());
        if (!leaf)
            return leaf.error();
        contents.leaf = std::move(*leaf);
    }
    return fresh(contents, now) ? Status(core::Done{}) : makeLeaf(folder, contents, now);
}

static Result<Contents> openContents(const QString &folder, qint64 now)
{
    if (const Status made = makePrivateFolder(folder); !made)
        return made.error();
    // What is whole needs no lock, so a folder that cannot be written serves as well.
    if (Result<Contents> whole = read(folder, now); whole && fresh(*whole, now))
        return whole;
    QLockFile lockFile(folder + "/lock"_L1);
    const Status locked = lock(lockFile, folder);
    Result<Contents> contents = read(folder, now);
    if (!contents)
        return contents;
    const bool usable = contents->authority.certificate && valid(contents->leaf, now);
    if (!locked)
        return usable ? std::move(contents) : locked.error();
    const Status completed = complete(folder, *contents, now);
    if (completed)
        return contents;
    return usable ? read(folder, now) : completed.error(); // A leaf near its end still serves.
}

static Identity identity(const Pair &pair)
{
    return {.key = toQt(pair.key.get()), .chain = {toQt(pair.certificate.get())}};
}

Result<Authority> Authority::open(const QString &folder, qint64 now)
{
    const Result<Contents> contents = openContents(folder, now);
    if (!contents)
        return contents.error();
    Authority authority;
    authority.m_folder = folder;
    authority.m_certificate = toQt(contents->authority.certificate.get());
    authority.m_leaf = identity(contents->leaf);
    return authority;
}

Result<Authority> Authority::openWithNewLeaf(const QString &folder, qint64 now)
{
    if (const Status made = makePrivateFolder(folder); !made)
        return made.error();
    QLockFile lockFile(folder + "/lock"_L1);
    if (const Status locked = lock(lockFile, folder); !locked)
        return locked.error();
    Result<Pair> pair = readAuthority(folder, now);
    if (!pair)
        return pair.error();
    Contents contents{.authority = std::move(*pair), .leaf = {}};
    if (!contents.authority.certificate) {
        if (const Status made = makeAuthority(folder, contents.authority, now); !made)
            return made.error();
    }
    if (const Status made = makeLeaf(folder, contents, now); !made)
        return made.error();
    Authority authority;
    authority.m_folder = folder;
    authority.m_certificate = toQt(contents.authority.certificate.get());
    authority.m_leaf = identity(contents.leaf);
    return authority;
}

Result<Authority> Authority::openAnew(const QString &folder, qint64 now)
{
    Result<Authority> renewed = openWithNewLeaf(folder, now);
    if (renewed
        || (renewed.error().kind != ErrorKind::Unusable
            && renewed.error().kind != ErrorKind::Expired))
        return renewed;
    const QString time = QDateTime::fromMSecsSinceEpoch(now / 1000).toString(u"yyyyMMdd-HHmmss"_s);
    const QString kept = u"%1-until-%2"_s.arg(folder, time);
    if (!QDir().rename(folder, kept))
        return Error{ErrorKind::Environment, tr("Cannot make a new certificate authority."),
                     tr("The folder %1 cannot be renamed to %2.").arg(folder, kept)};
    return open(folder, now);
}

QString Authority::certificateFile() const { return authorityFile(m_folder); }

Result<Identity> Authority::renewLeaf(qint64 now)
{
    Result<Authority> renewed = openWithNewLeaf(m_folder, now);
    if (!renewed)
        return renewed.error();
    *this = *renewed;
    return m_leaf;
}

} // namespace tls
