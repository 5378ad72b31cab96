// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/consent_list.h"

#include "ui/shared/buttons.h"
#include "ui/shared/formats.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace kairos::ui {
namespace {

bool holds(const record::Consent& consent, QDate today) {
    return !consent.withdrawn && (!consent.expires || *consent.expires >= today);
}

Chip stateOf(const record::Consent& consent, QDate today) {
    if (consent.withdrawn) {
        return {ChipKind::Blocked, ConsentList::tr("withdrawn"), consent.form};
    }
    if (!holds(consent, today)) {
        return {ChipKind::Late, ConsentList::tr("expired"), consent.form};
    }
    return {ChipKind::Done, ConsentList::tr("given"), consent.form};
}

QString datesOf(const record::Consent& consent) {
    if (consent.withdrawn) {
        return ConsentList::tr("withdrawn %1").arg(plainDateText(*consent.withdrawn));
    }
    const QString given = plainDateText(consent.given);
    return consent.expires ? rangeText(given, plainDateText(*consent.expires)) : given;
}

} // namespace

ConsentList::ConsentList(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(6));
}

void ConsentList::show(const QList<record::Consent>& consents, QDate today) {
    while (QLayoutItem* item = m_column->takeAt(0)) {
        // The button of a row may be the one that asked.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const record::Consent& consent : consents) {
        m_column->addWidget(makeRow(consent, today));
    }
    setVisible(!consents.isEmpty());
}

QWidget* ConsentList::makeRow(const record::Consent& consent, QDate today) {
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(px(10));
    const QString name =
        consent.version.isEmpty() ? consent.form : QStringLiteral("%1 %2").arg(consent.form, consent.version);
    line->addWidget(new TextLabel(name, TextRole::Strong, Token::Text, row));
    line->addWidget(new TextLabel(datesOf(consent), TextRole::Body, Token::Text2, row));
    line->addStretch(1);
    line->addWidget(new StatusChip(stateOf(consent, today), row));
    if (!consent.withdrawn) {
        auto* withdraw = makeButton({.text = tr("Withdraw"), .kind = ButtonKind::Quiet}, row);
        withdraw->setAccessibleName(tr("Withdraw the consent: %1").arg(name));
        line->addWidget(withdraw);
        connect(withdraw, &QPushButton::clicked, this,
                [this, id = consent.id] { Q_EMIT withdrawRequested(id); });
    }
    return row;
}

} // namespace kairos::ui
