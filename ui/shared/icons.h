// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QIcon>
#include <QRectF>

class QPainter;

namespace kairos::ui {

/// The drawn signs of Kairos: resources/icons, a 24 px grid with a 1.75 px stroke.
enum class Icon {
    Today,
    Patients,
    Session,
    Outcomes,
    Ledger,
    Settings,
    Lock,
    Search,
    Print,
    Plus,
    Check,
    Close,
    Done,
    Signed,
    Next,
    Due,
    Caution,
    Stop,
    Info,
    Blocked,
    Draft,
    Dose,
    Therapy,
    Rating,
    Plan,
    Note,
    Doc,
    Consent,
    Escort,
    Fasting,
    Bp,
    Stock,
    Med,
    Risk,
    Backup,
    Seal,
    User,
    Phone,
    Eye,
    EyeOff,
    Wall,
    Handover,
    Folder,
    Demo,
    Undo,
    History,
    Compare,
    Kiosk,
    Link,
    Target,
    ChevronDown,
    ChevronUp,
    ChevronLeft,
    ChevronRight,
    More,
    Mark
};

inline constexpr int kIconCount = static_cast<int>(Icon::Mark) + 1;

/// The file name without its ending, e.g. "eye-off".
[[nodiscard]] QString iconName(Icon icon);

/// An icon for actions, menus and line edits. Its colour is that of `token` in the theme of the moment.
[[nodiscard]] QIcon icon(Icon icon, Token token = Token::Text);

/// Draws an icon in one colour. On paper it stays a vector; on a screen the picture is cached.
void paintIcon(QPainter& painter, Icon icon, const QRectF& rect, const QColor& color);

/// The icon of the program, at every size a desktop asks for.
[[nodiscard]] QIcon applicationIcon();

} // namespace kairos::ui
