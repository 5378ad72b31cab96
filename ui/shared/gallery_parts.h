// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace kairos::ui {

// The two pages of the gallery.

[[nodiscard]] QWidget* makeComponentsPage(QWidget* parent);
[[nodiscard]] QWidget* makeTablesPage(QWidget* parent);

// Pictures that the first page shows.

/// The six series: line, filled and outlined marker.
[[nodiscard]] QWidget* makeSeriesSample(QWidget* parent);
/// Severity bands in colour and in print greys, with the glyphs of the lanes.
[[nodiscard]] QWidget* makeBandsSample(QWidget* parent);
/// The colours and some chips of one theme on its own ground, whatever the application wears.
[[nodiscard]] QWidget* makeThemeSample(int theme, QWidget* parent);
/// All icons with their names.
[[nodiscard]] QWidget* makeIconSample(QWidget* parent);

} // namespace kairos::ui
