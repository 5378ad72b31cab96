// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/clinician.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QCheckBox;

namespace kairos::ui {

/// The roles of a clinician as boxes to tick; one person may hold several.
class RolesBox final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RolesBox)

public:
    explicit RolesBox(QWidget* parent = nullptr);

    [[nodiscard]] QList<record::Role> roles() const;
    void setRoles(const QList<record::Role>& roles);
    [[nodiscard]] QCheckBox& box(record::Role role) const { return *m_boxes.value(role); }

Q_SIGNALS:
    void changed();

private:
    QHash<record::Role, QCheckBox*> m_boxes;
};

} // namespace kairos::ui
