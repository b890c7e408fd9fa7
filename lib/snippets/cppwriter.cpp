// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/cppwriter.h"

#include "snippets/cpphelpers.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

// OpenSSL's functions and those of the headers take texts that end with a NUL.
QString CppWriter::literal(const QByteArray &text)
{
    if (text.contains('\0'))
        refuse(tr("It has a text with a NUL, which ends a text in C++."));
    return quoted(text, {}, Unseen::Octets);
}

void CppWriter::refuseIf(const QString &condition)
{
    line(u"if (%1)"_s.arg(condition));
    line(u"    return false;"_s);
}

void CppWriter::use(QStringView helper)
{
    if (!m_helpers.contains(helper))
        m_helpers += helper.toString() + u'\n';
    need(u"<openssl/crypto.h>"_s);
    need(u"<openssl/evp.h>"_s);
    need(u"<vector>"_s);
    need(u"<algorithm>"_s);
}

void CppWriter::open()
{
    line(u"const auto header = [&](const char *name) {"_s);
    line(u"    for (const auto &[known, value] : headers) {"_s);
    line(u"        if (strcasecmp(known.c_str(), name) == 0)"_s);
    line(u"            return value;"_s);
    line(u"    }"_s);
    line(u"    return std::string();"_s);
    line(u"};"_s);
}

void CppWriter::readJson(const QList<Variable> &)
{
    refuse(tr("It needs values of the JSON body, and C++ comes without a reader of JSON."));
}

void CppWriter::assign(const QString &name, const QString &expression)
{
    line(u"const std::string %1 = %2;"_s.arg(camelCase(name), expression));
}

QString CppWriter::at(const Place &place)
{
    if (place.source != Source::Header)
        refuse(tr("It needs parameters, and C++'s standard library does not take these apart."));
    return u"header(%1)"_s.arg(literal(place.name));
}

QString CppWriter::keyText()
{
    const KeyRecipe &key = recipe().key;
    if (key.hashed)
        refuse(tr("Its key is made in an uncommon way."));
    if (key.decomposed)
        refuse(tr("C++'s standard library does not normalize Unicode."));
    QString text = u"secret"_s;
    if (!key.prefix.isEmpty())
        text = u"(secret.rfind(%1, 0) == 0 ? secret.substr(%2) : secret)"_s.arg(
            literal(key.prefix), QString::number(key.prefix.size()));
    return key.suffix.isEmpty() ? text : u"%1 + %2"_s.arg(text, literal(key.suffix));
}

void CppWriter::makeKey()
{
    QString text = keyText();
    if (recipe().key.reading == KeyRecipe::Reading::Base64) {
        use(helperFromBase64);
        text = u"fromBase64(%1)"_s.arg(text);
    } else if (recipe().key.reading == KeyRecipe::Reading::Hex) {
        use(helperFromHex);
        text = u"fromHex(%1)"_s.arg(text);
    }
    assign(u"key"_s, text);
}

void CppWriter::readSignatures()
{
    need(u"<vector>"_s);
    if (recipe().holding == Holding::Entries) {
        assign(u"all"_s, at(recipe().places.constFirst()));
        line(u"std::vector<std::string> entries;"_s);
        line(u"for (std::size_t from = 0; from < all.size();) {"_s);
        line(u"    const std::size_t to = std::min(all.find(%1, from), all.size());"_s.arg(
            literal(recipe().separator)));
        line(u"    from = std::min(all.find_first_not_of(' ', from), to);"_s);
        line(u"    entries.push_back(all.substr(from, to - from));"_s);
        line(u"    from = to + %1;"_s.arg(recipe().separator.size()));
        line(u"}"_s);
        need(u"<algorithm>"_s);
    } else if (recipe().holding == Holding::Numbered) {
        const QString name = QString(literal(recipe().places.constFirst().name))
                                 .replace(u"{n}"_s, u"\" + std::to_string(n) + \""_s)
                                 .replace(u" + \"\""_s, QString());
        line(u"std::vector<std::string> signatures;"_s);
        line(u"for (int n = 1; n <= 100; ++n)"_s);
        line(u"    signatures.push_back(header((std::string() + "_s + name + u").c_str()));"_s);
    } else {
        QStringList all;
        for (const Place &place : recipe().places)
            all.append(at(place));
        line(u"const std::vector<std::string> signatures{%1};"_s.arg(all.join(u", "_s)));
    }
}

void CppWriter::pick(const Pick &pick)
{
    const QString name = camelCase(pick.name);
    if (pick.mark.isEmpty()) {
        assign(pick.name, u"entries.size() > %1 ? entries[%1] : std::string()"_s.arg(pick.row));
        return;
    }
    line(u"std::string %1;"_s.arg(name));
    line(u"for (const std::string &entry : entries) {"_s);
    line(u"    if (%1.empty() && entry.rfind(%2, 0) == 0)"_s.arg(name, literal(pick.mark)));
    line(u"        %1 = entry.substr(%2);"_s.arg(name, QString::number(pick.mark.size())));
    line(u"}"_s);
}

void CppWriter::refuseEmpty(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all.append(camelCase(name) + u".empty()"_s);
    refuseIf(all.join(u" || "_s));
}

void CppWriter::demand(const Demand &demand)
{
    refuseIf(u"%1 != %2"_s.arg(camelCase(demand.name), literal(demand.value)));
}

void CppWriter::judgeAge()
{
    const TimeRule &rule = recipe().age;
    const QString name = camelCase(recipe().time);
    if (rule.unit == Unit::Iso8601)
        refuse(tr("Its time is a date, and not every compiler reads these yet."));
    need(u"<charconv>"_s);
    need(u"<chrono>"_s);
    line(u"long long moment = -1;"_s);
    line(u"const auto [end, fault] = std::from_chars(%1.data(), %1.data() + %1.size(), moment);"_s
             .arg(name));
    refuseIf(u"fault != std::errc() || end != %1.data() + %1.size() || moment < 0"_s.arg(name));
    line(u"const auto now = std::chrono::system_clock::now().time_since_epoch();"_s);
    line(u"const long long age = std::chrono::duration_cast<std::chrono::%1>(now).count() - "
         "moment;"_s.arg(rule.unit == Unit::Milliseconds ? u"milliseconds"_s : u"seconds"_s));
    if (!rule.pastOnly)
        need(u"<cstdlib>"_s);
    refuseIf(u"%1 %2 %3"_s.arg(rule.pastOnly ? u"age"_s : u"std::llabs(age)"_s,
                               rule.exclusive ? u">="_s : u">"_s, limit()));
}

QString CppWriter::encoded(const QString &bytes, Encoding encoding)
{
    if (encoding == Encoding::Base64Url)
        refuse(tr("Its signature is Base64 for URLs, which OpenSSL does not write."));
    use(encoding == Encoding::Hex ? helperHex : helperBase64);
    return (encoding == Encoding::Hex ? u"hex(%1)"_s : u"base64(%1)"_s).arg(bytes);
}

// Of what is a std::string.
void CppWriter::digest(const QString &name, Hash hash, const QString &of)
{
    need(u"<vector>"_s);
    need(u"<openssl/evp.h>"_s);
    line(u"std::vector<unsigned char> %1(EVP_MD_get_size(EVP_%2()));"_s.arg(name, lowerName(hash)));
    refuseIf(u"EVP_Digest(%1.data(), %1.size(), %2.data(), nullptr, EVP_%3(), nullptr) != 1"_s.arg(
        of, name, lowerName(hash)));
}

void CppWriter::compareBodyDigest()
{
    digest(u"bodyDigest"_s, recipe().bodyHash, u"body"_s);
    use(helperIsEqual);
    refuseIf(u"!isEqual(%1, %2)"_s.arg(camelCase(recipe().bodyDigest),
                                       encoded(u"bodyDigest"_s, recipe().bodyEncoding)));
}

} // namespace snippets
