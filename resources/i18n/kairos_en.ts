<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>SummaryBlocks</name>
    <message numerus="yes">
        <source>This dose over the earlier %n</source>
        <translation>
            <numerusform>This dose over the earlier one</numerusform>
            <numerusform>This dose over the earlier %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>device %1 holds %n more spray(s)</source>
        <translation>
            <numerusform>device %1 holds %n more spray</numerusform>
            <numerusform>device %1 holds %n more sprays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a device holds %n spray(s)</source>
        <translation>
            <numerusform>a device holds %n spray</numerusform>
            <numerusform>a device holds %n sprays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spray(s)</source>
        <translation>
            <numerusform>%n spray</numerusform>
            <numerusform>%n sprays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over all plans: %n dose(s)</source>
        <translation>
            <numerusform>Over all plans: %n dose</numerusform>
            <numerusform>Over all plans: %n doses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of unknown size</source>
        <translation>
            <numerusform>%n of unknown size</numerusform>
            <numerusform>%n of unknown size</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a weight</source>
        <translation>
            <numerusform>%n without a weight</numerusform>
            <numerusform>%n without a weight</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n device(s) in date left</source>
        <translation>
            <numerusform>%1: %n device in date left</numerusform>
            <numerusform>%1: %n devices in date left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n whole vial(s) in date left</source>
        <translation>
            <numerusform>%1: %n whole vial in date left</numerusform>
            <numerusform>%1: %n whole vials in date left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) since the first device</source>
        <translation>
            <numerusform>%n reading since the first device</numerusform>
            <numerusform>%n readings since the first device</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adverse event(s) in the session</source>
        <translation>
            <numerusform>%n adverse event in the session</numerusform>
            <numerusform>%n adverse events in the session</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n datum(s) missing in the record, each marked with what to do.</source>
        <translation>
            <numerusform>%n datum missing in the record, each marked with what to do.</numerusform>
            <numerusform>%n data missing in the record, each marked with what to do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) belong to no document</source>
        <translation>
            <numerusform>%n scan belongs to no document</numerusform>
            <numerusform>%n scans belong to no document</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs %n day(s) beyond week %2</source>
        <translation>
            <numerusform>%1 runs %n day beyond week %2</numerusform>
            <numerusform>%1 runs %n days beyond week %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n note(s) of the session.</source>
        <translation>
            <numerusform>Left out: %n note of the session.</numerusform>
            <numerusform>Left out: %n notes of the session.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::AfterPanel</name>
    <message numerus="yes">
        <source>%n hold(s), first: %1 (%2)</source>
        <translation>
            <numerusform>%n hold, first: %1 (%2)</numerusform>
            <numerusform>%n holds, first: %1 (%2)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::CaseloadPage</name>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::DocumentListPane</name>
    <message numerus="yes">
        <source>%n document(s) are damaged and not listed</source>
        <translation>
            <numerusform>%n document is damaged and not listed</numerusform>
            <numerusform>%n documents are damaged and not listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::DoseCheckCard</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spray(s)</source>
        <translation>
            <numerusform>%n spray</numerusform>
            <numerusform>%n sprays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::DoseOrderCard</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spray(s)</source>
        <translation>
            <numerusform>%n spray</numerusform>
            <numerusform>%n sprays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::DosingController</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::FindPage</name>
    <message numerus="yes">
        <source>the best %n hit(s), and there are more</source>
        <translation>
            <numerusform>the best %n hit, and there are more</numerusform>
            <numerusform>the best %n hits, and there are more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) could not be read and are not shown</source>
        <translation>
            <numerusform>%n hit could not be read and is not shown</numerusform>
            <numerusform>%n hits could not be read and are not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::FitPanel</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::GoToBox</name>
    <message numerus="yes">
        <source>%n more patient(s): type more letters</source>
        <translation>
            <numerusform>%n more patient: type more letters</numerusform>
            <numerusform>%n more patients: type more letters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::GoalTable</name>
    <message numerus="yes">
        <source>T-score %1 of %n goal(s)</source>
        <translation>
            <numerusform>T-score %1 of %n goal</numerusform>
            <numerusform>T-score %1 of %n goals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not rated</source>
        <translation>
            <numerusform>%n not rated</numerusform>
            <numerusform>%n not rated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped, not counted</source>
        <translation>
            <numerusform>%n dropped, not counted</numerusform>
            <numerusform>%n dropped, not counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::GoalsCard</name>
    <message numerus="yes">
        <source>%n more after it.</source>
        <translation>
            <numerusform>%n more after it.</numerusform>
            <numerusform>%n more after it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::HistoryTab</name>
    <message numerus="yes">
        <source>%n journal entry(ies) about this patient, newest first</source>
        <translation>
            <numerusform>%n journal entry about this patient, newest first</numerusform>
            <numerusform>%n journal entries about this patient, newest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n journal entry(ies) about this patient</source>
        <translation>
            <numerusform>the newest %n journal entry about this patient</numerusform>
            <numerusform>the newest %n journal entries about this patient</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::LedgerPage</name>
    <message numerus="yes">
        <source>%n lot(s)</source>
        <translation>
            <numerusform>%n lot</numerusform>
            <numerusform>%n lots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::LogModel</name>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::MonitorDialog</name>
    <message numerus="yes">
        <source>%n reading(s) would be added</source>
        <translation>
            <numerusform>%n reading would be added</numerusform>
            <numerusform>%n readings would be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) in the session already</source>
        <translation>
            <numerusform>%n line in the session already</numerusform>
            <numerusform>%n lines in the session already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) said twice</source>
        <translation>
            <numerusform>%n line said twice</numerusform>
            <numerusform>%n lines said twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) without a figure</source>
        <translation>
            <numerusform>%n line without a figure</numerusform>
            <numerusform>%n lines without a figure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) refused</source>
        <translation>
            <numerusform>%n line refused</numerusform>
            <numerusform>%n lines refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::OutcomesPage</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The register is not complete: %n damaged record(s)</source>
        <translation>
            <numerusform>The register is not complete: %n damaged record</numerusform>
            <numerusform>The register is not complete: %n damaged records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::OverviewTab</name>
    <message numerus="yes">
        <source>%1, %n rating(s)</source>
        <translation>
            <numerusform>%1, %n rating</numerusform>
            <numerusform>%1, %n ratings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::PaperView</name>
    <message numerus="yes">
        <source>%1, %n page(s)</source>
        <translation>
            <numerusform>%1, %n page</numerusform>
            <numerusform>%1, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::PatientHeader</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s) given</source>
        <translation>
            <numerusform>%n dose given</numerusform>
            <numerusform>%n doses given</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::PatientsPage</name>
    <message numerus="yes">
        <source>%1 of %n patient(s)</source>
        <translation>
            <numerusform>%1 of %n patient</numerusform>
            <numerusform>%1 of %n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::PlanAlerts</name>
    <message numerus="yes">
        <source>%n more session(s) wait for a day after this one.</source>
        <translation>
            <numerusform>%n more session waits for a day after this one.</numerusform>
            <numerusform>%n more sessions wait for a day after this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) would move.</source>
        <translation>
            <numerusform>%n step would move.</numerusform>
            <numerusform>%n steps would move.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The dates no longer fit: %n step(s) would move</source>
        <translation>
            <numerusform>The dates no longer fit: %n step would move</numerusform>
            <numerusform>The dates no longer fit: %n steps would move</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::PrivateBook</name>
    <message numerus="yes">
        <source>%n private note(s) cannot be opened</source>
        <translation>
            <numerusform>%n private note cannot be opened</numerusform>
            <numerusform>%n private notes cannot be opened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::RatingWords</name>
    <message numerus="yes">
        <source>No answer to item %1.</source>
        <translation>
            <numerusform>No answer to item %1.</numerusform>
            <numerusform>No answer to items %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::RatingsTab</name>
    <message numerus="yes">
        <source>%n rating(s) are damaged</source>
        <translation>
            <numerusform>%n rating is damaged</numerusform>
            <numerusform>%n ratings are damaged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::ReadinessPage</name>
    <message numerus="yes">
        <source>%n dose(s)</source>
        <translation>
            <numerusform>%n dose</numerusform>
            <numerusform>%n doses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not ready</source>
        <translation>
            <numerusform>%n not ready</numerusform>
            <numerusform>%n not ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::ReviseCard</name>
    <message numerus="yes">
        <source>%n step(s) would move.</source>
        <translation>
            <numerusform>%n step would move.</numerusform>
            <numerusform>%n steps would move.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) move with it.</source>
        <translation>
            <numerusform>%n step moves with it.</numerusform>
            <numerusform>%n steps move with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::RevisionCard</name>
    <message numerus="yes">
        <source>and %n more step(s).</source>
        <translation>
            <numerusform>and %n more step.</numerusform>
            <numerusform>and %n more steps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::RoomView</name>
    <message numerus="yes">
        <source>%n earlier dose(s)</source>
        <translation>
            <numerusform>%n earlier dose</numerusform>
            <numerusform>%n earlier doses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::SessionsTab</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::SheetList</name>
    <message numerus="yes">
        <source>%n sheet(s) are damaged and not listed</source>
        <translation>
            <numerusform>%n sheet is damaged and not listed</numerusform>
            <numerusform>%n sheets are damaged and not listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::SheetWriter</name>
    <message numerus="yes">
        <source>At the latest %n day(s) after its day</source>
        <translation>
            <numerusform>At the latest %n day after its day</numerusform>
            <numerusform>At the latest %n days after its day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::StateRow</name>
    <message numerus="yes">
        <source>%n appointment(s) stay booked until somebody cancels them: %1.</source>
        <translation>
            <numerusform>%n appointment stays booked until somebody cancels it: %1.</numerusform>
            <numerusform>%n appointments stay booked until somebody cancels them: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) were not done and stay so in the record.</source>
        <translation>
            <numerusform>%n step was not done and stays so in the record.</numerusform>
            <numerusform>%n steps were not done and stay so in the record.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s) are cancelled with this reason: %1.</source>
        <translation>
            <numerusform>%n appointment is cancelled with this reason: %1.</numerusform>
            <numerusform>%n appointments are cancelled with this reason: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::ThreadTab</name>
    <message numerus="yes">
        <source>%n line(s) of the thread</source>
        <translation>
            <numerusform>%n line of the thread</numerusform>
            <numerusform>%n lines of the thread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::TodayPage</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need a person</source>
        <translation>
            <numerusform>%n thing needs a person</numerusform>
            <numerusform>%n things need a person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s)</source>
        <translation>
            <numerusform>%n dose</numerusform>
            <numerusform>%n doses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::TrendChartModel</name>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::WeekPage</name>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es)</source>
        <translation>
            <numerusform>%n clash</numerusform>
            <numerusform>%n clashes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kairos::ui::WorkArea</name>
    <message numerus="yes">
        <source>%n draft(s) kept</source>
        <translation>
            <numerusform>%n draft kept</numerusform>
            <numerusform>%n drafts kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>today</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui.dosing</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spray(s)</source>
        <translation>
            <numerusform>%n spray</numerusform>
            <numerusform>%n sprays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spray(s) left in device %1: V</source>
        <translation>
            <numerusform>%n spray left in device %1: V</numerusform>
            <numerusform>%n sprays left in device %1: V</numerusform>
        </translation>
    </message>
</context>
</TS>
