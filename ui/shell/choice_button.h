// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/icons.h"

#include <QAbstractButton>
#include <QKeySequence>

namespace kairos::ui {

/// A large choice of the welcome page: a sign on a tile, what it does, what follows, and its key.
class ChoiceButton final : public QAbstractButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceButton)

public:
    ChoiceButton(Icon icon, const QString& title, const QString& text, const QKeySequence& key,
                 QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QRect wordsRect() const;

    Icon m_icon;
    QString m_words;
    QString m_key;
};

} // namespace kairos::ui
