// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pack_instrument.h"

#include "core/exchange/words.h"
#include "core/scales/instrument_checks.h"
#include "core/scales/sheet.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace kairos::exchange {

namespace {

using scales::Instrument;
using scales::Item;

/// Far beyond any rating scale; keeps sums of points small.
constexpr double kMostPoints = 1000;
constexpr qsizetype kLongestTopic = 32;

tl::unexpected<base::Error> refuse(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput,
                      Words::tr("The questionnaire was not taken in as an instrument"), why,
                      Words::tr("give its answers points, or name the instrument it belongs to"));
}

QString nameOf(const Item& item) {
    return Words::tr("item %1 (%2)").arg(item.number).arg(item.topic);
}

/// "Sleep Diary, Evening" becomes "sleep-diary-evening".
QString idOf(const Questionnaire& form) {
    static const QRegularExpression kOther(QStringLiteral("[^a-z0-9]+"));
    for (const QString& name : {form.id, form.name, form.title}) {
        QString id = name.toLower().replace(kOther, QStringLiteral("-"));
        while (id.startsWith(QLatin1Char('-'))) {
            id.remove(0, 1);
        }
        while (id.endsWith(QLatin1Char('-'))) {
            id.chop(1);
        }
        if (!id.isEmpty()) {
            return id;
        }
    }
    return {};
}

/// Gives the item its answers, valued by their place, and their points where those differ from the place.
QString giveOptions(Instrument& instrument, Item& item, const QuestionnaireItem& question) {
    scales::OptionSet set{QStringLiteral("pack-item-%1").arg(item.number), {}};
    for (const QuestionnaireOption& offered : question.options) {
        const int value = static_cast<int>(set.options.size());
        set.options.append(scales::Option{value, offered.text, offered.loinc});
        if (!item.scored) {
            continue;
        }
        if (!offered.points) {
            return Words::tr("%1: the answer \"%2\" has no points")
                .arg(nameOf(item), offered.text.left(kLongestTopic));
        }
        const double points = *offered.points;
        if (points != std::floor(points) || std::abs(points) > kMostPoints) {
            return Words::tr("%1: %2 points are no whole number up to %3")
                .arg(nameOf(item))
                .arg(points)
                .arg(kMostPoints);
        }
        if (points != value) {
            item.recodes.append(scales::Recode{value, static_cast<int>(points)});
        }
    }
    if (set.options.size() < 2) {
        return Words::tr("%1 offers fewer than two answers").arg(nameOf(item));
    }
    item.optionSet = set.id;
    item.max = static_cast<int>(set.options.size()) - 1;
    instrument.optionSets.append(set);
    return {};
}

QString addItems(Instrument& instrument, const Questionnaire& form) {
    for (qsizetype i = 0; i < form.items.size(); ++i) {
        const QuestionnaireItem& question = form.items[i];
        const auto isPointed = [](const QuestionnaireOption& option) { return option.points.has_value(); };
        Item item;
        item.number = static_cast<int>(i) + 1;
        item.text = question.text;
        item.topic = question.text.left(kLongestTopic).trimmed();
        item.loinc = question.loinc;
        item.scored = std::ranges::any_of(question.options, isPointed);
        if (question.options.isEmpty()) {
            return Words::tr("%1 offers no answers to choose from").arg(nameOf(item));
        }
        if (const QString wrong = giveOptions(instrument, item, question); !wrong.isEmpty()) {
            return wrong;
        }
        (item.scored ? instrument.items : instrument.extras).push_back(std::move(item));
    }
    if (instrument.items.empty()) {
        return Words::tr("none of its answers has points");
    }
    if (instrument.formSize() > scales::kMostItems) {
        return Words::tr("it has more than %1 items").arg(scales::kMostItems);
    }
    return {};
}

void addHead(Instrument& instrument, const Questionnaire& form) {
    instrument.id = idOf(form);
    instrument.version = form.version.isEmpty() ? QStringLiteral("1") : form.version;
    instrument.title = form.title.isEmpty() ? instrument.id : form.title;
    instrument.shortTitle = form.name.isEmpty() ? instrument.title : form.name;
    instrument.language = form.language.isEmpty() ? QStringLiteral("en") : form.language;
    instrument.modes = {QStringLiteral("screen"), QStringLiteral("paper")};
    instrument.recall.text = Words::tr("as the form says");
    instrument.wording = scales::Wording::Official;
    instrument.licence =
        form.copyright.isEmpty() ? Words::tr("The pack names no licence: ask its maker") : form.copyright;
    instrument.stem = form.stem;
    instrument.direction = scales::Direction::None;
    instrument.loincPanel = form.loincCodes.value(0);
    instrument.sources = {scales::Source{
        QStringLiteral("pack"),
        QStringList{form.publisher, instrument.title, form.url}.join(QLatin1Char(' ')).simplified(),
        base::Confidence::Check}};
}

} // namespace

base::Result<Instrument> newInstrument(const Questionnaire& form) {
    Instrument instrument;
    addHead(instrument, form);
    if (const QString wrong = addItems(instrument, form); !wrong.isEmpty()) {
        return refuse(wrong);
    }
    for (const Item& item : instrument.items) {
        instrument.scoring.low += scales::fewestPoints(item);
        instrument.scoring.high += scales::mostPoints(item);
    }
    scales::makeScorable(instrument);
    if (const auto problem = scales::findContradiction(instrument)) {
        return refuse(problem->reason);
    }
    return instrument;
}

} // namespace kairos::exchange
