// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kairos::ui {

class DosingController;
class SecondPersonForm;
class TextLabel;

/// The second-person check of a dose: what is confirmed in words, who confirms it, and that
/// person's own password. It is shown while the check is due; the gate says how it stands.
class DoseCheckCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoseCheckCard)

public:
    explicit DoseCheckCard(DosingController& controller, QWidget* parent = nullptr);

    void reload();
    [[nodiscard]] SecondPersonForm& person() { return *m_person; }
    /// What the second person reads.
    [[nodiscard]] QString figures() const;
    /// Why the last check was refused; empty when it was not.
    [[nodiscard]] QString trouble() const;

private:
    void confirm();

    DosingController& m_controller;
    TextLabel* m_figures;
    SecondPersonForm* m_person;
    TextLabel* m_trouble;
};

} // namespace kairos::ui
