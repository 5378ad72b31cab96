// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/questionnaire.h"

#include "core/exchange/questionnaire_options.h"
#include "core/exchange/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kairos::exchange {

namespace {

const QLatin1String kQuestionnaire("Questionnaire");

/// Groups nest a few levels deep; a file that goes further is no form.
constexpr int kDeepest = 16;

tl::unexpected<base::Error> refusePack(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The questionnaire was not read"), why,
                      Words::tr("correct the file, or take it out of the folder"));
}

QString textOf(const QJsonObject& object, const char* key) {
    return object.value(QLatin1String(key)).toString().simplified();
}

/// The codes of one system in a list of codings or identifiers.
QStringList codesOf(const QJsonValue& codings, QLatin1String system, QLatin1String key) {
    QStringList codes;
    for (const QJsonValue& value : codings.toArray()) {
        const QJsonObject coding = value.toObject();
        if (coding.value(QLatin1String("system")).toString() == system) {
            codes.append(coding.value(key).toString());
        }
    }
    return codes;
}

bool hasExtension(const QJsonObject& item, const char* name) {
    for (const QJsonValue& value : item.value(QLatin1String("extension")).toArray()) {
        const QJsonObject extension = value.toObject();
        if (extension.value(QLatin1String("url")).toString().endsWith(QLatin1String(name))) {
            return extension.value(QLatin1String("valueBoolean")).toBool(true);
        }
    }
    return false;
}

/// A total that the form reckons itself, or what it keeps from the eye, is no question.
bool isAsked(const QJsonObject& item) {
    return !hasExtension(item, "/questionnaire-hidden") &&
           !hasExtension(item, "/sdc-questionnaire-calculatedExpression") &&
           !hasExtension(item, "/sdc-questionnaire-calculatedValue") &&
           !item.value(QLatin1String("readOnly")).toBool();
}

/// Walks the items of one Questionnaire and keeps the first thing that is wrong.
class ItemWalk final {
public:
    ItemWalk(Questionnaire& form, const OptionSource& options) : m_form(form), m_options(options) {}

    /// The first thing that is wrong; empty when nothing is.
    [[nodiscard]] QString walk(const QJsonArray& items, int depth = 0) {
        if (depth > kDeepest) {
            return Words::tr("its groups are nested too deep");
        }
        for (const QJsonValue& value : items) {
            const QJsonObject item = value.toObject();
            if (!isAsked(item)) {
                continue;
            }
            if (const QString wrong = take(item); !wrong.isEmpty()) {
                return wrong;
            }
            if (const QString wrong = walk(item.value(QLatin1String("item")).toArray(), depth + 1);
                !wrong.isEmpty()) {
                return wrong;
            }
        }
        return {};
    }

private:
    [[nodiscard]] QString take(const QJsonObject& item) {
        const QString type = item.value(QLatin1String("type")).toString();
        const QString text = textOf(item, "text");
        if (type == QLatin1String("group") || type == QLatin1String("display")) {
            if (m_form.items.isEmpty() && m_form.stem.isEmpty()) {
                m_form.stem = text;
            }
            return {};
        }
        const QString linkId = textOf(item, "linkId");
        if (text.isEmpty()) {
            return Words::tr("question %1 (%2) has no text").arg(m_form.items.size() + 1).arg(linkId);
        }
        const auto options = m_options.of(item);
        if (!options) {
            return Words::tr("question %1 (%2): %3")
                .arg(m_form.items.size() + 1)
                .arg(linkId, options.error());
        }
        const QStringList codes =
            codesOf(item.value(QLatin1String("code")), kLoincSystem, QLatin1String("code"));
        m_form.items.append({linkId, text, codes.value(0), type == QLatin1String("boolean"), *options});
        return {};
    }

    Questionnaire& m_form;
    const OptionSource& m_options;
};

base::Result<Questionnaire> readForm(const QJsonObject& json) {
    static const QLatin1String kScaleSystem("urn:kairos:scale");
    Questionnaire form;
    form.id = textOf(json, "id");
    form.url = textOf(json, "url");
    form.name = textOf(json, "name");
    form.title = textOf(json, "title");
    form.version = textOf(json, "version");
    form.language = textOf(json, "language");
    form.publisher = textOf(json, "publisher");
    form.copyright = textOf(json, "copyright");
    const QJsonValue codes = json.value(QLatin1String("code"));
    const QJsonValue identifiers = json.value(QLatin1String("identifier"));
    form.loincCodes = codesOf(codes, kLoincSystem, QLatin1String("code")) +
                      codesOf(identifiers, kLoincSystem, QLatin1String("value"));
    form.scaleIds = codesOf(codes, kScaleSystem, QLatin1String("code")) +
                    codesOf(identifiers, kScaleSystem, QLatin1String("value"));
    const OptionSource options(json);
    const QString wrong = ItemWalk(form, options).walk(json.value(QLatin1String("item")).toArray());
    if (!wrong.isEmpty()) {
        return refusePack(wrong);
    }
    if (form.items.isEmpty()) {
        return refusePack(Words::tr("it asks no question"));
    }
    return form;
}

} // namespace

bool isFhir(const QByteArray& json) {
    return QJsonDocument::fromJson(json).object().contains(QLatin1String("resourceType"));
}

base::Result<QList<Questionnaire>> readQuestionnaires(const QByteArray& json) {
    if (json.size() > kLargestQuestionnaire) {
        return refusePack(Words::tr("it is larger than 4 MiB"));
    }
    QJsonParseError syntax{};
    const QJsonObject root = QJsonDocument::fromJson(json, &syntax).object();
    if (syntax.error != QJsonParseError::NoError) {
        return refusePack(
            Words::tr("byte %1: it is not JSON (%2)").arg(syntax.offset).arg(syntax.errorString()));
    }
    QJsonArray resources{root};
    if (root.value(QLatin1String("resourceType")).toString() == QLatin1String("Bundle")) {
        resources = {};
        for (const QJsonValue& entry : root.value(QLatin1String("entry")).toArray()) {
            resources.append(entry.toObject().value(QLatin1String("resource")));
        }
    }
    QList<Questionnaire> forms;
    for (const QJsonValue& resource : resources) {
        const QJsonObject object = resource.toObject();
        if (object.value(QLatin1String("resourceType")).toString() != kQuestionnaire) {
            continue;
        }
        auto form = readForm(object);
        if (!form) {
            return tl::unexpected(form.error());
        }
        forms.append(std::move(*form));
    }
    if (forms.isEmpty()) {
        return refusePack(Words::tr("it holds no Questionnaire"));
    }
    return forms;
}

} // namespace kairos::exchange
