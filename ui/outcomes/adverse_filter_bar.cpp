// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outcomes/adverse_filter_bar.h"

#include "ui/shared/buttons.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/type_scale.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kHighestGrade = 5;

} // namespace

AdverseFilterBar::AdverseFilterBar(QWidget* parent)
    : QWidget(parent),
      m_term(new QComboBox),
      m_grade(new QComboBox),
      m_serious(new QCheckBox(tr("Only serious"))),
      m_open(new QCheckBox(tr("Only not over"))),
      m_from(new DateField),
      m_to(new DateField) {
    build();
    connect(m_term, &QComboBox::editTextChanged, this, &AdverseFilterBar::tell);
    connect(m_term->lineEdit(), &QLineEdit::returnPressed, this, &AdverseFilterBar::entered);
    connect(m_grade, &QComboBox::currentIndexChanged, this, &AdverseFilterBar::tell);
    connect(m_serious, &QCheckBox::toggled, this, &AdverseFilterBar::tell);
    connect(m_open, &QCheckBox::toggled, this, &AdverseFilterBar::tell);
    connect(m_from, &TypedField::valueChanged, this, &AdverseFilterBar::tell);
    connect(m_to, &TypedField::valueChanged, this, &AdverseFilterBar::tell);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        clear();
        m_term->setFocus(Qt::OtherFocusReason);
    });
}

void AdverseFilterBar::build() {
    m_term->setEditable(true);
    m_term->setInsertPolicy(QComboBox::NoInsert);
    m_term->setMaxVisibleItems(12);
    // The register itself narrows with each letter; a list over it would only hide it and take the keys.
    m_term->setCompleter(nullptr);
    m_term->lineEdit()->setPlaceholderText(tr("any event"));
    m_grade->addItem(tr("any"));
    for (int grade = 1; grade <= kHighestGrade; ++grade) {
        m_grade->addItem(grade < kHighestGrade ? tr("%1 or more").arg(grade) : QString::number(grade));
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    // Made in the order of the Tab key.
    row->addWidget(new Field(tr("Event"), m_term, this), 3, Qt::AlignTop);
    row->addWidget(new Field(tr("Grade"), m_grade, this), 1, Qt::AlignTop);
    auto* checks = new QWidget(this);
    auto* pair = new QVBoxLayout(checks);
    pair->setContentsMargins(0, px(10), 0, 0);
    pair->setSpacing(px(6));
    pair->addWidget(m_serious);
    pair->addWidget(m_open);
    row->addWidget(checks, 0, Qt::AlignTop);
    row->addWidget(new Field(tr("From"), m_from, this), 2, Qt::AlignTop);
    m_toField = new Field(tr("To"), m_to, this);
    row->addWidget(m_toField, 2, Qt::AlignTop);
    m_clear = makeButton({.text = tr("Show all"), .kind = ButtonKind::Quiet}, this);
    row->addWidget(m_clear, 0, Qt::AlignVCenter);
    m_clear->setEnabled(false);
}

workflow::AdverseFilter AdverseFilterBar::filter() const {
    workflow::AdverseFilter filter;
    filter.term = m_term->currentText().trimmed();
    filter.gradeAtLeast = m_grade->currentIndex() > 0 ? std::optional(m_grade->currentIndex()) : std::nullopt;
    filter.onlySerious = m_serious->isChecked();
    filter.onlyUnresolved = m_open->isChecked();
    filter.from = m_from->date();
    filter.to = m_to->date();
    return filter;
}

void AdverseFilterBar::setTerms(const QStringList& terms) {
    QStringList now;
    for (int i = 0; i < m_term->count(); ++i) {
        now.append(m_term->itemText(i));
    }
    if (now == terms) {
        return; // A list that is open stays open.
    }
    const QSignalBlocker quiet(m_term);
    const QString typed = m_term->currentText();
    m_term->clear();
    m_term->addItems(terms);
    m_term->setCurrentIndex(-1);
    m_term->setEditText(typed);
}

void AdverseFilterBar::setTrouble(const QString& trouble) {
    m_toField->setError(trouble);
}

void AdverseFilterBar::clear() {
    {
        const QSignalBlocker term(m_term);
        const QSignalBlocker grade(m_grade);
        const QSignalBlocker serious(m_serious);
        const QSignalBlocker open(m_open);
        const QSignalBlocker from(m_from);
        const QSignalBlocker to(m_to);
        m_term->setCurrentIndex(-1);
        m_term->setEditText({});
        m_grade->setCurrentIndex(0);
        m_serious->setChecked(false);
        m_open->setChecked(false);
        m_from->setDate(std::nullopt);
        m_to->setDate(std::nullopt);
    }
    tell();
}

void AdverseFilterBar::tell() {
    m_clear->setEnabled(filter() != workflow::AdverseFilter());
    Q_EMIT changed();
}

} // namespace kairos::ui
