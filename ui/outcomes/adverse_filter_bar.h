// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/adverse_filter.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace kairos::ui {

class DateField;
class Field;

/// What of the register is shown: term, grade, serious, not over, period. It says each change at once.
class AdverseFilterBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdverseFilterBar)

public:
    explicit AdverseFilterBar(QWidget* parent = nullptr);

    [[nodiscard]] workflow::AdverseFilter filter() const;
    /// The terms to choose from; what is typed stays.
    void setTerms(const QStringList& terms);
    /// Says at the field what the register cannot do; empty takes it away.
    void setTrouble(const QString& trouble);
    void clear();
    [[nodiscard]] QComboBox& term() { return *m_term; }
    [[nodiscard]] QComboBox& grade() { return *m_grade; }
    [[nodiscard]] QCheckBox& serious() { return *m_serious; }
    [[nodiscard]] QCheckBox& open() { return *m_open; }
    [[nodiscard]] DateField& from() { return *m_from; }
    [[nodiscard]] DateField& to() { return *m_to; }

Q_SIGNALS:
    void changed();
    /// Enter in the term: on to what it found.
    void entered();

private:
    void build();
    void tell();

    QComboBox* m_term;
    QComboBox* m_grade;
    QCheckBox* m_serious;
    QCheckBox* m_open;
    DateField* m_from;
    DateField* m_to;
    Field* m_toField = nullptr;
    QPushButton* m_clear = nullptr;
};

} // namespace kairos::ui
