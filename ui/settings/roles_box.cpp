// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/roles_box.h"

#include "ui/shared/type_scale.h"

#include "core/security/permissions.h"

#include <QCheckBox>
#include <QGridLayout>

#include <array>

namespace kairos::ui {
namespace {

constexpr std::array kRoles{record::Role::Therapist, record::Role::Prescriber, record::Role::Monitor,
                            record::Role::Administrator};

QString dutiesOf(record::Role role) {
    switch (role) {
    case record::Role::Therapist:
        return RolesBox::tr("therapist: signs plans and therapy notes");
    case record::Role::Prescriber:
        return RolesBox::tr("prescriber: signs orders and dosing sessions");
    case record::Role::Monitor:
        return RolesBox::tr("monitor: records doses and vital signs");
    case record::Role::Administrator:
        return RolesBox::tr("administrator: people, settings, backup");
    }
    return {};
}

} // namespace

RolesBox::RolesBox(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(px(6));
    int row = 0;
    for (const record::Role role : kRoles) {
        auto* box = new QCheckBox(dutiesOf(role), this);
        box->setAccessibleName(security::roleName(role));
        box->setMinimumHeight(px(24));
        grid->addWidget(box, row++, 0);
        m_boxes.insert(role, box);
        connect(box, &QCheckBox::toggled, this, &RolesBox::changed);
    }
    setFocusProxy(m_boxes.value(kRoles.front()));
}

QList<record::Role> RolesBox::roles() const {
    QList<record::Role> chosen;
    for (const record::Role role : kRoles) {
        if (m_boxes.value(role)->isChecked()) {
            chosen.append(role);
        }
    }
    return chosen;
}

void RolesBox::setRoles(const QList<record::Role>& roles) {
    for (const record::Role role : kRoles) {
        m_boxes.value(role)->setChecked(roles.contains(role));
    }
}

} // namespace kairos::ui
