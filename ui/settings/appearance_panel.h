// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kairos::ui {

class AppearanceDesk;
class Segments;

/// Light, dark or as the desktop; the size of the text. It takes effect at once and belongs to this PC.
class AppearancePanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppearancePanel)

public:
    explicit AppearancePanel(AppearanceDesk& desk, QWidget* parent = nullptr);

private:
    void apply();

    AppearanceDesk& m_desk;
    Segments* m_theme;
    Segments* m_size;
};

} // namespace kairos::ui
