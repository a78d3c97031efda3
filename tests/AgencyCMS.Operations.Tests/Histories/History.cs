using Microsoft.Extensions.Time.Testing;

namespace AgencyCMS.Operations.Tests.Histories;

/// <summary>One random history of two agencies: each step is done to the county and to the model.</summary>
internal sealed class History(HistoryDriver driver, FakeTimeProvider clock, Random random, string name)
{
    private static readonly string[] Keys = ["k1", "k2", "k3"];
    private readonly List<ModelAgency> _agencies = [];
    private readonly List<(int Agency, string Folder, ModelAgency State)> _backups = [];
    private int _titles;
    private int _names;

    public IReadOnlyList<ModelAgency> Agencies => _agencies;

    /// <summary>What was done, for the message.</summary>
    public List<string> Done { get; } = [];

    public async Task RunAsync(int steps)
    {
        _agencies.Add(await driver.CreateAgencyAsync(name + "-a"));
        _agencies.Add(await driver.CreateAgencyAsync(name + "-b"));
        for (var step = 0; step < steps; step++)
        {
            await StepAsync(random.Next(_agencies.Count));
        }
        if (random.Next(3) == 0)
        {
            await RemoveAsync(1);
        }
    }

    private Task StepAsync(int agency) => random.Next(12) switch
    {
        0 or 1 => DraftAsync(agency),
        2 => ImportAsync(agency),
        3 => BackUpAsync(agency),
        4 => RestoreAsync(agency),
        5 => random.Next(2) == 0 ? RenameAsync(agency) : PassAsync(),
        6 => PassAsync(),
        _ => ItemStepAsync(agency),
    };

    private async Task ItemStepAsync(int agency)
    {
        if (_agencies[agency].Items is not { Count: > 0 } items)
        {
            await DraftAsync(agency);
            return;
        }
        var item = items[random.Next(items.Count)];
        await (random.Next(8) switch
        {
            0 or 1 => SaveAsync(agency, item, publishes: true),
            2 => SaveAsync(agency, item, publishes: false),
            3 when item.HasDraft => DoAsync(agency, item.Published(), "publish", () => driver.PublishAsync(_agencies[agency], item)),
            4 or 5 => ScheduleAsync(agency, item),
            6 when item.Public is not null => DoAsync(agency, item.Withdrawn(), "withdraw", () => driver.WithdrawAsync(_agencies[agency], item)),
            7 when item is { CanDiscard: true, Public: not null } => DoAsync(agency, item.Discarded(), "discard", () => driver.DiscardAsync(_agencies[agency], item)),
            _ => RestoreVersionAsync(agency, item),
        });
    }

    private async Task DraftAsync(int agency)
    {
        var title = NewTitle();
        Done.Add($"{_agencies[agency].Name}: draft {title}");
        var id = await driver.DraftAsync(_agencies[agency], title);
        _agencies[agency] = _agencies[agency].With(new ModelItem { Id = id, Titles = [title], Newest = 0 });
    }

    private Task SaveAsync(int agency, ModelItem item, bool publishes)
    {
        var title = NewTitle();
        var saved = item.Saved(title);
        return DoAsync(agency, publishes ? saved.Published() : saved, (publishes ? "save and publish " : "save ") + title, () => driver.SaveAsync(_agencies[agency], item, title, publishes));
    }

    private Task ScheduleAsync(int agency, ModelItem item)
    {
        var hour = new DateTimeOffset(clock.GetUtcNow().Ticks / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour, TimeSpan.Zero);
        DateTimeOffset? publishAt = item.HasDraft && random.Next(3) > 0 ? hour.AddHours(random.Next(2, 6)) : null;
        DateTimeOffset? withdrawAt = random.Next(3) == 0 ? hour.AddHours(random.Next(6, 10)) : null;
        return DoAsync(agency, item.Scheduled(publishAt, withdrawAt), $"schedule {publishAt:HH:mm} {withdrawAt:HH:mm}", () => driver.ScheduleAsync(_agencies[agency], item, publishAt, withdrawAt));
    }

    private Task RestoreVersionAsync(int agency, ModelItem item)
    {
        var older = Enumerable.Range(0, item.Titles.Count).Where(number => number != item.Newest).ToList();
        if (older.Count == 0)
        {
            return SaveAsync(agency, item, publishes: true);
        }
        var number = older[random.Next(older.Count)];
        return DoAsync(agency, item.Saved(item.Titles[number]), $"restore version {number + 1}", () => driver.RestoreVersionAsync(_agencies[agency], item, number));
    }

    private async Task ImportAsync(int agency)
    {
        var state = _agencies[agency];
        var lines = new List<(string Key, string Title)>();
        foreach (var key in Keys.Where(_ => random.Next(3) > 0))
        {
            var known = state.Items.Find(item => item.Key == key);
            var title = known is not null && random.Next(3) == 0 ? known.Line! : NewTitle(); // an imported item has a line
            lines.Add((key, title));
        }
        Done.Add($"{state.Name}: import {string.Join(", ", lines)}");
        await driver.ImportAsync(state, lines, lines.Count(line => state.Items.Find(item => item.Key == line.Key)?.Refuses(line.Title) == true));
        foreach (var (key, title) in lines)
        {
            if (state.Items.Find(item => item.Key == key) is { } known)
            {
                state = state.With(known.Imported(title));
            }
            else
            {
                state = state.With(new ModelItem { Id = await driver.FindAsync(state, title), Key = key, Line = title, Written = title, Titles = [title], Newest = 0, Public = 0 });
            }
        }
        _agencies[agency] = state;
    }

    private async Task BackUpAsync(int agency)
    {
        Done.Add($"{_agencies[agency].Name}: back up");
        _backups.Add((agency, await driver.BackUpAsync(_agencies[agency]), _agencies[agency]));
    }

    private async Task RestoreAsync(int agency)
    {
        var own = _backups.FindAll(backup => backup.Agency == agency && backup.State.Name == _agencies[agency].Name);
        if (own.Count == 0)
        {
            await BackUpAsync(agency);
            return;
        }
        var (_, folder, state) = own[random.Next(own.Count)];
        Done.Add($"{state.Name}: restore {Path.GetFileName(folder)}");
        await driver.RestoreAsync(_agencies[agency], folder);
        _agencies[agency] = state;
        await PassAsync();
    }

    private async Task RenameAsync(int agency)
    {
        var renamed = $"{name}-n{++_names}";
        Done.Add($"{_agencies[agency].Name}: rename to {renamed}");
        await driver.RenameAsync(_agencies[agency], renamed);
        _agencies[agency] = _agencies[agency] with { Name = renamed };
    }

    private async Task RemoveAsync(int agency)
    {
        Done.Add($"{_agencies[agency].Name}: remove");
        await driver.RemoveAsync(_agencies[agency]);
        _agencies[agency] = _agencies[agency] with { IsRemoved = true };
    }

    private async Task PassAsync()
    {
        Done.Add($"two hours pass after {clock.GetUtcNow():HH:mm}");
        await driver.PassAsync(TimeSpan.FromHours(2), _agencies);
        for (var agency = 0; agency < _agencies.Count; agency++)
        {
            _agencies[agency] = _agencies[agency].At(clock.GetUtcNow());
        }
    }

    private async Task DoAsync(int agency, ModelItem after, string what, Func<Task> act)
    {
        Done.Add($"{_agencies[agency].Name}: {what} ({after.Titles[0]})");
        await act();
        _agencies[agency] = _agencies[agency].With(after);
    }

    private string NewTitle() => $"通知{name}第{++_titles}号";
}
