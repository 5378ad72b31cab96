// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

class QStackedWidget;

namespace kairos::ui {

class AppearanceDesk;
class PageHead;
class Segments;

/// The sections of the settings by their stable ids.
inline constexpr QLatin1String kSectionPractice("practice");
inline constexpr QLatin1String kSectionCalendar("calendar");
inline constexpr QLatin1String kSectionPeople("people");
inline constexpr QLatin1String kSectionInstruments("instruments");
inline constexpr QLatin1String kSectionProtocols("protocols");
inline constexpr QLatin1String kSectionMacros("macros");
inline constexpr QLatin1String kSectionSpelling("spelling");
inline constexpr QLatin1String kSectionPassword("password");
inline constexpr QLatin1String kSectionAppearance("appearance");
inline constexpr QLatin1String kSectionRecord("record");

/// The practice's page, its calendar, its people, instruments and protocols, the own text macros,
/// spelling and password, the appearance, and the check of the record.
class SettingsPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)

public:
    SettingsPage(const SettingsPlace& place, PageContext& context, AppearanceDesk& appearance,
                 QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    /// Shows a section by its id; the first one for a foreign id.
    void showSection(const QString& section);

private:
    void addSection(QLatin1String id, const QString& title, QWidget* panel, int width);

    PageContext& m_context;
    Segments* m_sections;
    QStackedWidget* m_stack;
    QStringList m_ids;
    class PracticePanel* m_practice = nullptr;
    class CalendarPanel* m_calendar = nullptr;
    class PeoplePanel* m_people = nullptr;
    class InstrumentsPanel* m_instruments = nullptr;
    class ProtocolsPanel* m_protocols = nullptr;
    class MacrosPanel* m_macros = nullptr;
    class SpellingPanel* m_spelling = nullptr;
};

} // namespace kairos::ui
