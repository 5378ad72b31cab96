// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <utility>

class QLineEdit;

namespace kairos::ui {

class DosingController;
class Field;
class Segments;

/// An adverse event: term, grade, serious, expected, related, action and outcome. It stands in the page, so
/// that the clock stays in sight. Ctrl+Enter saves, Esc leaves.
class AdverseForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdverseForm)

public:
    explicit AdverseForm(DosingController& controller, QWidget* parent = nullptr);

    /// Shows what was typed and not saved, and puts the cursor on the term.
    void begin();
    [[nodiscard]] QLineEdit& termEdit() { return *m_term; }

Q_SIGNALS:
    /// Saved or left.
    void finished();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void save();
    void remember();
    [[nodiscard]] QList<std::pair<QString, QLineEdit*>> texts() const;
    [[nodiscard]] QList<std::pair<QString, Segments*>> choices() const;

    DosingController& m_controller;
    QLineEdit* m_term;
    Segments* m_grade;
    Segments* m_serious;
    Segments* m_expected;
    Segments* m_related;
    QLineEdit* m_action;
    QLineEdit* m_outcome;
    Field* m_termField;
};

} // namespace kairos::ui
