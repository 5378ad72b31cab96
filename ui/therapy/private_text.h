// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace kairos::ui {

/// The text of a private note. Cut, copy and drag stay inside it: the clipboard of the PC, which other
/// programs read, gets nothing.
class PrivateText final : public QPlainTextEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrivateText)

public:
    explicit PrivateText(QWidget* parent = nullptr);
    ~PrivateText() override;

    /// Takes the text off the screen, with all that could be undone to it and what was cut.
    void forget();

protected:
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    mutable QString m_cut; ///< what was cut or copied last
};

} // namespace kairos::ui
