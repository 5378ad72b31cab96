// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/check_form.h"

#include "ui/shared/buttons.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/text_label.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace kairos::ui {

CheckForm::CheckForm(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_check(new QComboBox),
      m_result(new QLineEdit),
      m_concern(new QCheckBox(tr("A concern"))),
      m_day(new DateField),
      m_trouble(makeParagraph({}, TextRole::Body, Token::Stop, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(12), 0, px(12), px(12));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    m_result->setObjectName(QStringLiteral("check-result"));
    m_result->setPlaceholderText(tr("what was done and found"));
    auto* save = makeButton({.text = tr("Write the check")}, this);
    row->addWidget(new Field(tr("Check"), m_check, this), 4);
    row->addWidget(new Field(tr("Result"), m_result, this), 5);
    row->addWidget(new Field(tr("Done on"), m_day, this), 3);
    row->addWidget(m_concern, 0, Qt::AlignBottom);
    row->addWidget(save, 0, Qt::AlignBottom);
    column->addLayout(row);
    m_trouble->hide();
    column->addWidget(m_trouble);
    setFocusProxy(m_result);
    connect(save, &QPushButton::clicked, this, &CheckForm::save);
    connect(m_result, &QLineEdit::returnPressed, this, &CheckForm::save);
}

void CheckForm::showChecks(const record::PatientId& patient,
                           const QList<workflow::ExposureCheckState>& checks) {
    QList<workflow::ExposureCheckState> written = checks;
    written.removeIf([](const workflow::ExposureCheckState& state) { return !state.check.isWritten; });
    std::stable_sort(written.begin(), written.end(),
                     [](const auto& a, const auto& b) { return a.due < b.due; });
    m_patient = patient;
    m_check->clear();
    for (const workflow::ExposureCheckState& state : std::as_const(written)) {
        m_check->addItem(state.check.text, state.check.id);
    }
    m_day->setDate(m_context.practice.today());
    setEnabled(!written.isEmpty());
}

void CheckForm::save() {
    const auto done = workflow::writeCheck(m_context.practice, m_patient,
                                           {m_check->currentData().toString(), m_concern->isChecked(),
                                            m_result->text(), m_day->date().value_or(QDate())});
    m_trouble->setVisible(!done.has_value());
    if (!done) {
        m_trouble->setText(done.error().sentence());
        return;
    }
    m_result->clear();
    m_concern->setChecked(false);
    Q_EMIT saved();
}

} // namespace kairos::ui
