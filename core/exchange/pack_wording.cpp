// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pack_wording.h"

#include "core/exchange/words.h"
#include "core/scales/sheet.h"

#include <algorithm>

namespace kairos::exchange {

namespace {

using scales::Instrument;
using scales::Item;
using scales::Option;
using scales::OptionSet;

/// What of a text is shown in a refusal.
constexpr qsizetype kLongestShown = 40;

tl::unexpected<base::Error> refuseWording(const Instrument& instrument, const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput,
                      Words::tr("The wording for %1 was not taken in").arg(instrument.shortTitle), why,
                      Words::tr("ask whoever made the pack for one that fits this instrument"));
}

QString itemName(const Item& item) {
    return Words::tr("item %1 (%2)").arg(item.number).arg(item.topic);
}

bool isNamed(const Questionnaire& form, const Instrument& instrument) {
    const QString urn = QStringLiteral("urn:kairos:scale:") + instrument.id;
    const auto isSame = [](const QString& left, const QString& right) {
        return left.compare(right, Qt::CaseInsensitive) == 0;
    };
    return form.scaleIds.contains(instrument.id) || form.url == urn ||
           isSame(form.url.section(QLatin1Char('/'), -1), instrument.id) || isSame(form.id, instrument.id) ||
           isSame(form.name, instrument.id) || isSame(form.name, instrument.shortTitle);
}

/// One question for each item, in the order of the items, then those of the extras; or why there is none.
class Matching final {
public:
    Matching(const Instrument& instrument, const Questionnaire& form)
        : m_instrument(instrument), m_form(form) {}

    [[nodiscard]] tl::expected<std::vector<const QuestionnaireItem*>, QString> match() const {
        const auto isCoded = [](const auto& item) { return !item.loinc.isEmpty(); };
        const bool byCode =
            std::ranges::all_of(m_instrument.items, isCoded) && std::ranges::all_of(m_form.items, isCoded);
        return byCode ? matchByCode() : matchByPlace();
    }

private:
    using Questions = std::vector<const QuestionnaireItem*>;

    [[nodiscard]] const Item& itemAt(std::size_t index) const {
        const std::size_t scored = m_instrument.items.size();
        return index < scored ? m_instrument.items[index] : m_instrument.extras[index - scored];
    }

    [[nodiscard]] tl::expected<Questions, QString> matchByCode() const {
        Questions questions;
        for (std::size_t i = 0; i < m_instrument.formSize(); ++i) {
            const Item& item = itemAt(i);
            const auto sameCode = [&item](const QuestionnaireItem& question) {
                return question.loinc == item.loinc;
            };
            const auto question = std::ranges::find_if(m_form.items, sameCode);
            const bool isThere = question != m_form.items.end() && !item.loinc.isEmpty();
            if (!isThere && item.scored) {
                return tl::unexpected(Words::tr("%1 is missing").arg(itemName(item)));
            }
            questions.push_back(isThere ? &*question : nullptr);
        }
        for (const QuestionnaireItem& question : m_form.items) {
            if (std::ranges::find(questions, &question) == questions.end()) {
                return tl::unexpected(Words::tr("the question \"%1\" belongs to none of its items")
                                          .arg(question.text.left(kLongestShown)));
            }
        }
        return questions;
    }

    [[nodiscard]] tl::expected<Questions, QString> matchByPlace() const {
        const auto asked = static_cast<std::size_t>(m_form.items.size());
        const std::size_t scored = m_instrument.items.size();
        if (asked < scored) {
            return tl::unexpected(Words::tr("it asks %1 questions: %2 is missing")
                                      .arg(asked)
                                      .arg(itemName(m_instrument.items[asked])));
        }
        if (asked != scored && asked != m_instrument.formSize()) {
            const bool isLonger = asked > m_instrument.formSize();
            return tl::unexpected(
                Words::tr("it asks %1 questions: \"%2\" belongs to none of its %3 items")
                    .arg(asked)
                    .arg(m_form.items[static_cast<qsizetype>(isLonger ? m_instrument.formSize() : scored)]
                             .text.left(kLongestShown))
                    .arg(scored));
        }
        Questions questions(m_instrument.formSize(), nullptr);
        const std::size_t extras = asked - scored;
        for (std::size_t i = 0; i < asked; ++i) {
            const bool isExtra = m_instrument.extrasFirst ? i < extras : i >= scored;
            const std::size_t index = !m_instrument.extrasFirst ? i : isExtra ? scored + i : i - extras;
            questions[index] = &m_form.items[static_cast<qsizetype>(i)];
        }
        return questions;
    }

    const Instrument& m_instrument;
    const Questionnaire& m_form;
};

using Worded = tl::expected<QList<Option>, QString>;

QString pointsText(const std::optional<double>& points) {
    return points ? QString::number(*points) : Words::tr("no points");
}

/// The item's answers with the words of the question; the points of both must agree.
Worded wordedOptions(const Instrument& instrument, const Item& item, const QuestionnaireItem& question) {
    const OptionSet* own = instrument.findOptionSet(item.optionSet);
    const int count = item.max - item.min + 1;
    if (question.options.size() != count) {
        return tl::unexpected(Words::tr("%1 has %2 answers there and %3 here")
                                  .arg(itemName(item))
                                  .arg(question.options.size())
                                  .arg(count));
    }
    const auto isPointed = [](const QuestionnaireOption& option) { return option.points.has_value(); };
    const bool hasPoints = std::ranges::any_of(question.options, isPointed);
    QList<Option> options;
    for (int i = 0; i < count; ++i) {
        const int value = item.min + i;
        const double points = scales::pointsOf(item, value);
        const QuestionnaireOption& offered = question.options[i];
        if (hasPoints && item.scored && offered.points != points) {
            return tl::unexpected(
                Words::tr("%1: the answer \"%2\" counts %3 there and %4 here")
                    .arg(itemName(item), offered.text.left(kLongestShown), pointsText(offered.points))
                    .arg(points));
        }
        const QString loinc = own != nullptr ? own->options[i].loinc : QString();
        options.append(Option{value, offered.text, loinc.isEmpty() ? offered.loinc : loinc});
    }
    return options;
}

/// Forms may print the best answer first: then the answers are turned to the instrument's order.
QuestionnaireItem inOrder(const Item& item, QuestionnaireItem question) {
    const auto isPointed = [](const QuestionnaireOption& option) { return option.points.has_value(); };
    if (item.recodes.isEmpty() && std::ranges::all_of(question.options, isPointed)) {
        std::ranges::stable_sort(question.options, {}, &QuestionnaireOption::points);
    }
    return question;
}

/// Gives an item its words; equal lists of answers stay one option set.
tl::expected<void, QString> giveWords(Instrument& worded, const Instrument& instrument, Item& item,
                                      const QuestionnaireItem& question) {
    item.text = question.text;
    const bool isYesNo = item.min == 0 && item.max == 1;
    if (question.isYesNo && question.options.isEmpty() && isYesNo) {
        return {};
    }
    if (question.options.isEmpty() && item.optionSet.isEmpty()) {
        return {}; // a number is typed here and there
    }
    const Worded options = wordedOptions(instrument, item, inOrder(item, question));
    if (!options) {
        return tl::unexpected(options.error());
    }
    const auto isSame = [&options](const OptionSet& set) {
        return std::ranges::equal(set.options, *options, [](const Option& left, const Option& right) {
            return left.value == right.value && left.text == right.text;
        });
    };
    const auto known = std::ranges::find_if(worded.optionSets, isSame);
    if (known != worded.optionSets.end()) {
        item.optionSet = known->id;
        return {};
    }
    item.optionSet = QStringLiteral("pack-item-%1").arg(item.number);
    worded.optionSets.append(OptionSet{item.optionSet, *options});
    return {};
}

void giveHead(Instrument& worded, const Questionnaire& form) {
    worded.wording = scales::Wording::Official;
    worded.language = form.language.isEmpty() ? worded.language : form.language;
    worded.stem = form.stem.isEmpty() ? worded.stem : form.stem;
    worded.version += QLatin1Char('+') + (form.version.isEmpty() ? worded.language : form.version);
    if (!form.copyright.isEmpty()) {
        worded.licence = form.copyright;
    } else if (!form.publisher.isEmpty()) {
        worded.licence = Words::tr("Wording from %1").arg(form.publisher);
    }
}

} // namespace

const Instrument* instrumentFor(const Questionnaire& form, const scales::InstrumentLibrary& installed) {
    const auto& all = installed.all();
    const auto byPanel = std::ranges::find_if(all, [&form](const Instrument& instrument) {
        return !instrument.loincPanel.isEmpty() && form.loincCodes.contains(instrument.loincPanel);
    });
    if (byPanel != all.end()) {
        return &*byPanel;
    }
    const auto byName = std::ranges::find_if(
        all, [&form](const Instrument& instrument) { return isNamed(form, instrument); });
    return byName == all.end() ? nullptr : &*byName;
}

base::Result<Instrument> withWording(const Instrument& instrument, const Questionnaire& form) {
    if (instrument.items.empty()) {
        return refuseWording(instrument,
                             Words::tr("this instrument is entered as a total and has no items here"));
    }
    const auto questions = Matching(instrument, form).match();
    if (!questions) {
        return refuseWording(instrument, questions.error());
    }
    Instrument worded = instrument;
    for (std::size_t i = 0; i < questions->size(); ++i) {
        const std::size_t scored = worded.items.size();
        Item& item = i < scored ? worded.items[i] : worded.extras[i - scored];
        if ((*questions)[i] == nullptr) {
            continue;
        }
        if (const auto given = giveWords(worded, instrument, item, *(*questions)[i]); !given) {
            return refuseWording(instrument, given.error());
        }
    }
    giveHead(worded, form);
    return worded;
}

} // namespace kairos::exchange
