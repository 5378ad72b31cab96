// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_details_form.h"

#include "ui/shared/form.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include "core/therapy/modalities.h"
#include "core/therapy/note_forms.h"
#include "core/therapy/note_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHash>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

namespace {

constexpr int kMoveColumns = 2;
constexpr int kHeadColumns = 2;

/// "patient, mother" as a list.
QStringList listed(const QString& text) {
    QStringList parts;
    for (const QString& part : text.split(QLatin1Char(','))) {
        if (!part.trimmed().isEmpty()) {
            parts.append(part.trimmed());
        }
    }
    return parts;
}

constexpr HomeworkDone kDone[] = {HomeworkDone::Done, HomeworkDone::Partly, HomeworkDone::NotDone};

} // namespace

NoteDetailsForm::NoteDetailsForm(QWidget* parent)
    : QWidget(parent),
      m_present(new QLineEdit(this)),
      m_movesTitle(new TextLabel({}, TextRole::Strong, Token::Text, this)),
      m_movePlace(new QWidget(this)),
      m_others(new QLineEdit(this)),
      m_last(new Segments(tr("Last homework"), {}, this)),
      m_homework(new QLineEdit(this)),
      m_mentalRemark(new QLineEdit(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(14), px(10), px(14), px(10));
    row->setSpacing(px(24));
    row->addWidget(makeSession(), 1);
    row->addWidget(makeMentalState(), 1);
    for (QLineEdit* edit : {m_present, m_others, m_homework, m_mentalRemark}) {
        connect(edit, &QLineEdit::textEdited, this, &NoteDetailsForm::tell);
    }
    connect(m_last, &Segments::chosen, this, &NoteDetailsForm::tell);
    setFocusProxy(m_present);
    setModality({});
}

QWidget* NoteDetailsForm::makeSession() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    m_present->setPlaceholderText(tr("patient, mother"));
    column->addWidget(new Field(tr("Present"), m_present, side));
    column->addWidget(m_movesTitle);
    auto* grid = new QGridLayout(m_movePlace);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(2));
    column->addWidget(m_movePlace);
    column->addWidget(new Field(tr("Other interventions, with commas"), m_others, side));
    m_last->addChoice(tr("not asked"));
    for (const HomeworkDone done : kDone) {
        m_last->addChoice(therapy::homeworkWords(done));
    }
    column->addWidget(new Field(tr("Last homework"), m_last, side));
    column->addWidget(new Field(tr("Homework given"), m_homework, side));
    column->addStretch();
    return side;
}

QWidget* NoteDetailsForm::makeMentalState() {
    const auto& forms = therapy::NoteForms::builtIn();
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    column->addWidget(new TextLabel(tr("Mental state"), TextRole::Strong, Token::Text, side));
    column->addWidget(
        makeWrapped(tr("%1 (%2)").arg(forms.mentalSource, base::confidenceMark(forms.mentalConfidence)),
                    TextRole::Caption, Token::Text2, side));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(6));
    for (const therapy::MentalHead& head : forms.mentalHeads) {
        auto* choice = new QComboBox(side);
        choice->addItem(tr("not noted"));
        for (const therapy::MentalChoice& finding : head.findings) {
            choice->addItem(finding.title, finding.id);
        }
        choice->setObjectName(head.id);
        const int index = static_cast<int>(m_heads.size());
        grid->addWidget(new Field(head.title, choice, side), index / kHeadColumns, index % kHeadColumns);
        m_heads.append(choice);
        connect(choice, &QComboBox::currentIndexChanged, this, &NoteDetailsForm::tell);
    }
    column->addLayout(grid);
    column->addWidget(new Field(tr("In own words"), m_mentalRemark, side));
    column->addStretch();
    return side;
}

void NoteDetailsForm::tell() {
    if (!m_isSetting) {
        Q_EMIT changed();
    }
}

void NoteDetailsForm::setModality(const QString& modality) {
    const NoteDetails kept = details();
    m_modality = modality;
    for (QCheckBox* box : std::as_const(m_moves)) {
        box->hide();
        box->deleteLater();
    }
    m_moves.clear();
    const auto* known = therapy::Modalities::builtIn().find(modality);
    m_movesTitle->setText(known != nullptr ? tr("Interventions, %1").arg(known->name) : tr("Interventions"));
    m_movesTitle->setToolTip(
        known != nullptr
            ? tr("%1; %2 (%3)").arg(known->title, known->evidence, base::confidenceMark(known->confidence))
            : QString());
    auto* grid = static_cast<QGridLayout*>(m_movePlace->layout());
    for (const QString& move : known != nullptr ? known->moves : QStringList()) {
        auto* box = new QCheckBox(move, m_movePlace);
        box->setMinimumHeight(px(24));
        const int index = static_cast<int>(m_moves.size());
        grid->addWidget(box, index / kMoveColumns, index % kMoveColumns);
        m_moves.append(box);
        connect(box, &QCheckBox::toggled, this, &NoteDetailsForm::tell);
    }
    m_movePlace->setVisible(known != nullptr);
    setDetails(kept);
}

NoteDetails NoteDetailsForm::details() const {
    NoteDetails details;
    details.present = listed(m_present->text());
    for (const QCheckBox* box : m_moves) {
        if (box->isChecked()) {
            details.interventions.append(box->text());
        }
    }
    for (const QString& other : listed(m_others->text())) {
        if (!details.interventions.contains(other)) {
            details.interventions.append(other);
        }
    }
    details.homework = m_homework->text().trimmed();
    if (m_last->current() > 0) {
        details.lastHomework = kDone[m_last->current() - 1];
    }
    for (const QComboBox* choice : m_heads) {
        if (choice->currentIndex() > 0) {
            details.mentalState.append({choice->objectName(), choice->currentData().toString()});
        }
    }
    details.mentalRemark = m_mentalRemark->text().trimmed();
    return details;
}

void NoteDetailsForm::setDetails(const NoteDetails& details) {
    const QScopedValueRollback setting(m_isSetting, true);
    // What stands there and says the same is left alone, also the comma that is being typed.
    const auto show = [](QLineEdit& edit, const QStringList& words) {
        if (listed(edit.text()) != words) {
            edit.setText(words.join(QStringLiteral(", ")));
        }
    };
    show(*m_present, details.present);
    QStringList others = details.interventions;
    for (QCheckBox* box : std::as_const(m_moves)) {
        box->setChecked(others.removeAll(box->text()) > 0);
    }
    show(*m_others, others);
    m_last->setCurrent(details.lastHomework ? static_cast<int>(*details.lastHomework) : 0);
    if (m_homework->text().trimmed() != details.homework) {
        m_homework->setText(details.homework);
    }
    for (QComboBox* choice : std::as_const(m_heads)) {
        int index = 0;
        for (const MentalFinding& found : details.mentalState) {
            index = found.head == choice->objectName() ? choice->findData(found.finding) : index;
        }
        choice->setCurrentIndex(std::max(0, index));
    }
    if (m_mentalRemark->text().trimmed() != details.mentalRemark) {
        m_mentalRemark->setText(details.mentalRemark);
    }
}

void NoteDetailsForm::setEditing(Editing editing) {
    const bool isFixed = editing == Editing::ReadOnly;
    for (QLineEdit* edit : {m_present, m_others, m_homework, m_mentalRemark}) {
        edit->setReadOnly(isFixed);
    }
    for (QCheckBox* box : std::as_const(m_moves)) {
        box->setEnabled(!isFixed);
    }
    for (QComboBox* choice : std::as_const(m_heads)) {
        choice->setEnabled(!isFixed);
    }
    m_last->setEnabled(!isFixed);
}

QString NoteDetailsForm::summary() const {
    const NoteDetails now = details();
    QStringList parts;
    const auto count = [&parts](const QString& what, qsizetype many) {
        if (many > 0) {
            parts.append(QStringLiteral("%1 %2").arg(what).arg(many));
        }
    };
    count(tr("present"), now.present.size());
    count(tr("interventions"), now.interventions.size());
    count(tr("mental state"), now.mentalState.size() + (now.mentalRemark.isEmpty() ? 0 : 1));
    if (!now.homework.isEmpty()) {
        parts.append(tr("homework given"));
    }
    if (now.lastHomework) {
        parts.append(tr("last homework %1").arg(therapy::homeworkWords(now.lastHomework)));
    }
    return parts.join(QStringLiteral(" · "));
}

QLineEdit* NoteDetailsForm::lineEdit(const QString& part) const {
    const QHash<QString, QLineEdit*> lines = {{QStringLiteral("present"), m_present},
                                              {QStringLiteral("interventions"), m_others},
                                              {QStringLiteral("homework"), m_homework},
                                              {QStringLiteral("mental-state"), m_mentalRemark}};
    return lines.value(part, nullptr);
}

QComboBox* NoteDetailsForm::mentalChoice(const QString& head) const {
    for (QComboBox* choice : m_heads) {
        if (choice->objectName() == head) {
            return choice;
        }
    }
    return nullptr;
}

} // namespace kairos::ui
