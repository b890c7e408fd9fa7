// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/recipe.h"

#include "snippets/uncommontrait.h"
#include "snippets/variablename.h"

#include <QCoreApplication>

#include <algorithm>

namespace snippets
{

namespace
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

// Makes the recipe; the first thing that it cannot do ends it.
class RecipeMaker
{
    Q_DECLARE_TR_FUNCTIONS(snippets::Recipe)

public:
    explicit RecipeMaker(const Scheme &scheme)
        : m_scheme(scheme)
    {
    }

    core::Result<Recipe> make();

private:
    void refuse(const QString &why) { m_why = m_why.isEmpty() ? why : m_why; } // the first stays
    void readHolding();
    void refuseEmbedded(Source source);
    void readKey();
    bool coversBody() const;
    void readTime();
    void readMessage();
    void readSegment(const Segment &segment);
    void readRequirements();
    void readBodyDigest();
    void add(Piece::Kind kind, const Segment &segment, const QString &name = {});
    QString variableOf(const Place &place, const QString &wanted = {});
    QString pickOf(const QByteArray &name, const QString &wanted);
    bool isTaken(const QString &name) const;

    const Scheme &m_scheme;
    Recipe m_recipe;
    QString m_why;
};

core::Result<Recipe> RecipeMaker::make()
{
    m_recipe.scheme = m_scheme.name;
    m_recipe.type = m_scheme.type;
    m_recipe.hash = m_scheme.hash;
    m_recipe.keyFormat = m_scheme.keyFormat;
    m_recipe.encoding = m_scheme.encoding;
    refuse(uncommonTrait(m_scheme));
    readHolding();
    readKey();
    readTime();
    readMessage();
    readRequirements();
    readBodyDigest();
    m_recipe.coversBody = m_scheme.coversBody && coversBody();
    if (m_why.isEmpty())
        return m_recipe;
    return core::Error{core::ErrorKind::Usage, tr("No code is made for %1.").arg(m_scheme.name),
                       m_why};
}

void RecipeMaker::readHolding()
{
    const SignatureForm &form = m_scheme.form;
    m_recipe.places = m_scheme.signature;
    m_recipe.mark = form.prefix;
    const Source source = m_recipe.places.constFirst().source;
    if (source == Source::NumberedHeader)
        m_recipe.holding = Holding::Numbered;
    else if (m_recipe.places.size() > 1)
        m_recipe.holding = Holding::Places;
    const bool known = source == Source::Header || source == Source::NumberedHeader
        || source == Source::Query || source == Source::Form || source == Source::Json;
    if (!known)
        refuse(tr("Its signature stands at a place that code for it cannot reach."));
    if (form.form != Form::Plain) {
        if (m_recipe.holding != Holding::One)
            refuse(tr("Several places hold several signatures each."));
        m_recipe.holding = Holding::Entries;
        m_recipe.separator = form.separator;
    }
    if (form.form == Form::KeyValue)
        m_recipe.mark = form.key + '=';
    if (form.form == Form::TagList)
        m_recipe.mark = form.tag + form.tagSeparator;
    // Hex counts in either case, so code for it lowers what came with what stands in front.
    if (m_scheme.encoding == Encoding::Hex && m_scheme.type != Type::Token)
        m_recipe.mark = m_recipe.mark.toLower();
    if (source == Source::Query)
        m_recipe.needsUrl = true;
    refuseEmbedded(source);
}

void RecipeMaker::refuseEmbedded(Source source)
{
    if (source == Source::Json && m_scheme.jsonFrom)
        refuse(tr("It signs JSON that stands inside of a form."));
}

void RecipeMaker::readKey()
{
    if (m_scheme.keyFormat)
        return;
    const std::optional<KeyRecipe> key = keyRecipe(m_scheme);
    m_recipe.key = key.value_or(KeyRecipe());
    if (!key)
        refuse(tr("Its key is made in an uncommon way."));
}

void RecipeMaker::readTime()
{
    if (!m_scheme.time || !m_scheme.time->tolerance)
        return;
    if (m_scheme.time->unit == Unit::HttpDate)
        refuse(tr("Its time is written as in HTTP's Date."));
    if (m_scheme.time->unit == Unit::SecondsOrMilliseconds)
        refuse(tr("Its time is in seconds or in milliseconds."));
    m_recipe.age = *m_scheme.time;
    m_recipe.time = variableOf(m_scheme.time->from, u"timestamp"_s);
}

void RecipeMaker::readMessage()
{
    const bool keyIsText = !m_scheme.keyFormat && m_recipe.key.isText();
    if (m_scheme.message.uses(Source::Secret) && !keyIsText)
        refuse(tr("It signs the key, and that is no text."));
    for (const Segment &segment : m_scheme.message.segments)
        readSegment(segment);
}

void RecipeMaker::readSegment(const Segment &segment)
{
    if (segment.group >= 0)
        refuse(tr("What it signs depends on which values a webhook has."));
    switch (segment.place.source) {
    case Source::Literal:
        return add(Piece::Kind::Literal, segment);
    case Source::Body:
        return add(Piece::Kind::Body, segment);
    case Source::Timestamp:
        if (!m_scheme.time)
            return refuse(tr("It signs a time, and nothing tells where that stands."));
        return add(Piece::Kind::Variable, segment, variableOf(m_scheme.time->from, u"timestamp"_s));
    case Source::Header:
    case Source::SignatureField:
    case Source::Query:
    case Source::Form:
    case Source::Json:
        return add(Piece::Kind::Variable, segment, variableOf(segment.place));
    case Source::Method:
        m_recipe.needsMethod = true;
        return add(Piece::Kind::Method, segment);
    case Source::Url:
    case Source::UrlWithoutQuery:
        m_recipe.needsUrl = true;
        return add(segment.place.source == Source::Url ? Piece::Kind::Url
                                                       : Piece::Kind::UrlWithoutQuery,
                   segment);
    case Source::FormSorted:
        return add(Piece::Kind::FormSorted, segment);
    case Source::Secret:
        return add(Piece::Kind::Secret, segment);
    case Source::Config:
        return refuse(tr("It signs a value of the receiver's own set-up."));
    case Source::ListedHeaders:
        return refuse(tr("Each webhook lists for itself which header fields are signed."));
    case Source::UrlWithForm:
    case Source::FormJson:
        return refuse(tr("It signs the body's fields written anew, not the body as received."));
    case Source::Path:
    case Source::Target:
        return refuse(tr("It signs a part of the URL that frameworks hand over differently."));
    case Source::Item:
    case Source::Claim:
    case Source::JoseHeader:
    case Source::NumberedHeader:
        return refuse(tr("It signs values that code for it cannot reach."));
    }
}

bool isUncommon(Filter filter)
{
    return filter == Filter::Sha256Hex || filter == Filter::Sha256Base64
        || filter == Filter::EscapeQuery || filter == Filter::EncodeUri;
}

void RecipeMaker::add(Piece::Kind kind, const Segment &segment, const QString &name)
{
    Piece piece{.kind = kind, .text = segment.place.name, .name = name};
    if (kind != Piece::Kind::Literal)
        piece.text.clear();
    for (const Filter filter : segment.filters) {
        const bool plain = kind == Piece::Kind::Variable || kind == Piece::Kind::Method
            || kind == Piece::Kind::Url;
        if (filter == Filter::JsonSorted)
            refuse(tr("It signs the body's JSON written anew, not the body as received."));
        else if (filter == Filter::Crc32)
            refuse(tr("It signs a checksum of the body."));
        else if (filter == Filter::Optional)
            refuse(tr("What it signs depends on which values a webhook has."));
        else if (!plain || isUncommon(filter))
            refuse(tr("It signs a value that is changed in an uncommon way."));
        piece.lower = piece.lower || filter == Filter::Lower;
        piece.trim = piece.trim || filter == Filter::Trim;
    }
    m_recipe.message.append(piece);
}

void RecipeMaker::readRequirements()
{
    for (const Requirement &requirement : m_scheme.require)
        m_recipe.demands.append({variableOf(requirement.place), requirement.value});
}

void RecipeMaker::readBodyDigest()
{
    if (!m_scheme.bodyDigest)
        return;
    m_recipe.bodyDigest = variableOf(m_scheme.bodyDigest->from);
    m_recipe.bodyHash = m_scheme.bodyDigest->hash;
    m_recipe.bodyEncoding = m_scheme.bodyDigest->encoding;
}

bool RecipeMaker::coversBody() const
{
    const auto covers = [](const Piece &piece) {
        return piece.kind == Piece::Kind::Body || piece.kind == Piece::Kind::FormSorted;
    };
    return !m_recipe.bodyDigest.isEmpty()
        || std::any_of(m_recipe.message.begin(), m_recipe.message.end(), covers);
}

bool RecipeMaker::isTaken(const QString &name) const
{
    const auto named = [&](const auto &one) { return one.name == name; };
    return std::any_of(m_recipe.values.begin(), m_recipe.values.end(), named)
        || std::any_of(m_recipe.picks.begin(), m_recipe.picks.end(), named)
        || name == "signature"_L1 || name == "signatures"_L1;
}

// The variable that holds the value of the place; of a new one the name is as wanted.
QString RecipeMaker::variableOf(const Place &place, const QString &wanted)
{
    if (place.source == Source::SignatureField)
        return pickOf(place.name, wanted);
    if (place.source != Source::Header && place.source != Source::Query
        && place.source != Source::Form && place.source != Source::Json)
        refuse(tr("It needs values that code for it cannot reach."));
    refuseEmbedded(place.source);
    for (const Variable &known : std::as_const(m_recipe.values)) {
        if (known.place == place)
            return known.name;
    }
    if (place.source == Source::Query)
        m_recipe.needsUrl = true;
    const bool pointer = place.source == Source::Json;
    const QByteArray last
        = pointer ? place.name.sliced(place.name.lastIndexOf('/') + 1) : place.name;
    QString name = wanted.isEmpty() ? variableName(last) : wanted;
    while (isTaken(name))
        name += " value"_L1;
    m_recipe.values.append({name, place});
    return name;
}

QString RecipeMaker::pickOf(const QByteArray &field, const QString &wanted)
{
    const SignatureForm &form = m_scheme.form;
    Pick pick{.name = wanted.isEmpty() ? variableName(field) : wanted};
    if (form.form == Form::List)
        pick.row = form.positional.indexOf(field);
    else
        pick.mark = field + '=';
    if (pick.row < 0 || (form.form != Form::List && form.form != Form::KeyValue))
        refuse(tr("It needs a value that stands nowhere."));
    for (const Pick &known : std::as_const(m_recipe.picks)) {
        if (known.mark == pick.mark && known.row == pick.row)
            return known.name;
    }
    while (isTaken(pick.name))
        pick.name += " value"_L1;
    m_recipe.picks.append(pick);
    return pick.name;
}

} // namespace

core::Result<Recipe> recipeOf(const Scheme &scheme) { return RecipeMaker(scheme).make(); }

} // namespace snippets
