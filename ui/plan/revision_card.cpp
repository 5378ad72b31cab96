// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/revision_card.h"

#include "ui/plan/plan_words.h"

#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/security/permissions.h"
#include "core/workflow/open_practice.h"

#include <QItemSelectionModel>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {
namespace {

constexpr qsizetype kMostDifferences = 8;

QString targetOf(const std::optional<record::StepWindow>& window) {
    return window ? pointText(window->target) : PlanWords::tr("no date");
}

QString differenceOf(const workflow::RevisedStep& step) {
    const bool isMoved =
        step.from.has_value() != step.to.has_value() || (step.from && step.from->target != step.to->target);
    return isMoved ? PlanWords::tr("%1 moved from %2 to %3.")
                         .arg(step.title, targetOf(step.from), targetOf(step.to))
                   : PlanWords::tr("%1 keeps %2; its window is now %3.")
                         .arg(step.title, targetOf(step.to), windowText(step.to));
}

QString signersOf(const workflow::PlanRevisionRow& row, const workflow::OpenPractice& practice) {
    QStringList names;
    for (const record::Signature& signature : row.signatures) {
        names.append(QStringLiteral("%1, %2").arg(practice.clinicianName(signature.signer),
                                                  security::roleName(signature.role)));
    }
    return names.join(QStringLiteral("; "));
}

HistoryLine lineOf(const workflow::PlanRevisionRow& row, const workflow::OpenPractice& practice) {
    HistoryLine line;
    line.entry = row.entry;
    line.what = PlanWords::tr("revision %1").arg(row.number);
    line.when = dateTimeText(row.at, practice.zone());
    line.by = row.by;
    line.why = row.number == 1 && row.reason.isEmpty() ? PlanWords::tr("first plan") : row.reason;
    line.signedBy = signersOf(row, practice);
    if (row.formerStart) {
        line.differences.append(PlanWords::tr("The first dose aims at %1 instead of %2.")
                                    .arg(dateText(row.start), dateText(*row.formerStart)));
    }
    for (const workflow::RevisedStep& step : row.steps) {
        line.differences.append(differenceOf(step));
    }
    return line;
}

} // namespace

QList<HistoryLine> historyLines(const workflow::PlanHistory& history,
                                const workflow::OpenPractice& practice) {
    QList<HistoryLine> lines;
    for (const workflow::PlanRevisionRow& row : history.revisions) {
        lines.append(lineOf(row, practice));
    }
    for (const workflow::PlanStateRow& row : history.states) {
        HistoryLine line;
        line.entry = row.entry;
        line.what = planStateText(row.state);
        line.when = dateTimeText(row.at, practice.zone());
        line.by = row.by;
        line.why = row.reason;
        lines.append(line);
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const HistoryLine& a, const HistoryLine& b) { return a.entry > b.entry; });
    return lines;
}

HistoryModel::HistoryModel(QObject* parent)
    : RowModel<HistoryLine>({{PlanWords::tr("What")},
                             {PlanWords::tr("When")},
                             {PlanWords::tr("Who")},
                             {PlanWords::tr("Why")},
                             {PlanWords::tr("Signed by")}},
                            parent) {}

QString HistoryModel::display(const HistoryLine& line, int column) const {
    switch (column) {
    case What:
        return line.what;
    case When:
        return line.when;
    case By:
        return line.by;
    case Why:
        return line.why;
    default: // A change of state is signed by nobody.
        return line.signedBy.isEmpty() ? PlanWords::tr("not signed") : line.signedBy;
    }
}

QVariant HistoryModel::extra(const HistoryLine& line, int column, int role) const {
    if (role == StrongRole) {
        return column == What;
    }
    if (role == VoiceRole && column == Signed && line.signedBy.isEmpty()) {
        return static_cast<int>(Token::Text2);
    }
    return {};
}

RevisionCard::RevisionCard(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_model(new HistoryModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Revisions"), CardContent::Full, this);
    card->setSubtitle(tr("a signed revision is fixed; a change is a new one"));
    column->addWidget(card);
    m_table = new TableView(RowHeight::Dense, card);
    m_table->setAccessibleName(tr("Revisions of the plan"));
    m_table->setModel(m_model);
    m_table->setStretchColumns({HistoryModel::Why});
    m_table->setFitsRows();
    card->body().addWidget(m_table);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(px(14), px(6), px(14), px(10));
    m_words = makeParagraph({}, TextRole::Body, Token::Text, card);
    words->addWidget(m_words);
    card->body().addLayout(words);
    card->body().addStretch(1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RevisionCard::showDifferences);
}

void RevisionCard::showHistory(const record::PlanId& plan, const record::PatientId& patient) {
    const auto history = workflow::PlanHistoryQuery(m_context.practice).of(plan, patient);
    if (!history) {
        m_model->setRows({});
        m_words->setText(history.error().sentence());
        return;
    }
    m_model->setRows(historyLines(*history, m_context.practice));
    m_table->selectRow(0);
    showDifferences();
}

void RevisionCard::showDifferences() {
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_model->rowCount()) {
        m_words->clear();
        return;
    }
    const HistoryLine& line = m_model->rowAt(row);
    QStringList words = line.differences.mid(0, kMostDifferences);
    if (line.differences.size() > kMostDifferences) {
        words.append(tr("and %n more step(s).", nullptr,
                        static_cast<int>(line.differences.size() - kMostDifferences)));
    }
    m_words->setText(words.isEmpty() ? tr("No window changed.") : words.join(QLatin1Char('\n')));
}

} // namespace kairos::ui
