// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/adverse_words.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"

#include <QStringList>

namespace kairos::workflow {

using namespace record;

namespace {

QString momentWords(const base::Instant& at, const OpenPractice& practice, const QLocale& locale) {
    return locale.toString(at.local(practice.zone()), QStringLiteral("d MMM yyyy HH:mm"));
}

} // namespace

QString gradeWords(int grade) {
    switch (grade) {
    case 1:
        return Words::tr("1 mild");
    case 2:
        return Words::tr("2 moderate");
    case 3:
        return Words::tr("3 severe");
    case 4:
        return Words::tr("4 life-threatening");
    case 5:
        return Words::tr("5 fatal");
    default: // There is no other grade.
        return QString::number(grade);
    }
}

QString judgedWords(Asked answer) {
    switch (answer) {
    case Asked::Yes:
        return Words::tr("yes");
    case Asked::No:
        return Words::tr("no");
    case Asked::NotAsked:
        return {};
    }
    return {};
}

QString relatedWords(Relatedness related) {
    switch (related) {
    case Relatedness::NotJudged:
        return {};
    case Relatedness::Unrelated:
        return Words::tr("unrelated");
    case Relatedness::Possible:
        return Words::tr("possible");
    case Relatedness::Probable:
        return Words::tr("probable");
    case Relatedness::Definite:
        return Words::tr("definite");
    }
    return {};
}

QString filterWords(const AdverseFilter& filter, const QLocale& locale) {
    const auto day = [&](QDate date) { return locale.toString(date, QStringLiteral("d MMM yyyy")); };
    QStringList parts;
    if (!filter.term.trimmed().isEmpty()) {
        parts.append(Words::tr("term holds \"%1\"").arg(filter.term.trimmed()));
    }
    if (filter.gradeAtLeast) {
        parts.append(Words::tr("grade %1 or more").arg(*filter.gradeAtLeast));
    }
    if (filter.onlySerious) {
        parts.append(Words::tr("serious"));
    }
    if (filter.onlyUnresolved) {
        parts.append(Words::tr("not over"));
    }
    if (filter.from && filter.to) {
        parts.append(Words::tr("%1 to %2").arg(day(*filter.from), day(*filter.to)));
    } else if (filter.from) {
        parts.append(Words::tr("from %1").arg(day(*filter.from)));
    } else if (filter.to) {
        parts.append(Words::tr("until %1").arg(day(*filter.to)));
    }
    return parts.isEmpty() ? Words::tr("All events")
                           : Words::tr("Only: %1").arg(parts.join(QStringLiteral(", ")));
}

QString followUpSaid(const AdverseFollowUp& line, const OpenPractice& practice, const QLocale& locale) {
    QStringList parts{line.term};
    parts.append(line.grade ? Words::tr("grade %1").arg(gradeWords(*line.grade)) : QString());
    if (line.serious != Asked::NotAsked) {
        parts.append(line.serious == Asked::Yes ? Words::tr("serious") : Words::tr("not serious"));
    }
    if (line.expected != Asked::NotAsked) {
        parts.append(line.expected == Asked::Yes ? Words::tr("expected") : Words::tr("not expected"));
    }
    if (line.related != Relatedness::NotJudged) {
        parts.append(Words::tr("related: %1").arg(relatedWords(line.related)));
    }
    if (line.course == AdverseCourse::GoesOn) {
        parts.append(Words::tr("goes on"));
    } else if (line.course == AdverseCourse::Over && line.resolvedAt) {
        parts.append(Words::tr("over since %1").arg(momentWords(*line.resolvedAt, practice, locale)));
    }
    parts += {line.action, line.outcome, line.reason};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString followUpWords(const AdverseFollowUp& line, const OpenPractice& practice, const QLocale& locale) {
    const QString said = followUpSaid(line, practice, locale);
    return Words::tr("%1, %2: %3")
        .arg(momentWords(line.at, practice, locale), practice.clinicianName(line.by),
             line.kind == FollowUpKind::Addendum ? Words::tr("addendum, %1").arg(said) : said);
}

} // namespace kairos::workflow
