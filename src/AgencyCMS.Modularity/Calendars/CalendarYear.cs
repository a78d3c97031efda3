using System.Collections.Frozen;

namespace AgencyCMS.Modularity.Calendars;

/// <summary>The arrangement of one year's holidays, as the State Council's yearly notice has it.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Notice">Title or number of the notice.</param>
/// <param name="Off">Days on which nobody works, weekends included where the notice names them.</param>
/// <param name="MakeUp">Saturdays and Sundays that are worked in exchange (调休上班).</param>
/// <remarks>Source: yearly notice of the General Office of the State Council on the arrangement of holidays (关于部分节假日安排的通知).</remarks>
public sealed record CalendarYear(int Year, string Notice, FrozenSet<DateOnly> Off, FrozenSet<DateOnly> MakeUp);
