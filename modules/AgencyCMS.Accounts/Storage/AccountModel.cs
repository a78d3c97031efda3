using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Storage;

internal sealed class AccountModel : ICountyModel
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<Account>(entity =>
        {
            entity.ToTable("accounts").HasKey(account => account.Id);
            entity.Ignore(account => account.HasSecondFactor);
            entity.Property(account => account.Version).IsConcurrencyToken();
        });
        model.Entity<Membership>(entity =>
        {
            entity.FollowsTenant(TenantTie.Own).ToTable("memberships").HasKey(membership => new { membership.AccountId, membership.TenantId });
            entity.Ignore(membership => membership.RoleNames).Ignore(membership => membership.GroupNames);
        });
        model.Entity<Session>().ToTable("sessions").HasKey(session => session.Id);
        model.Entity<SignInTries>().ToTable("sign_in_tries").HasKey(tries => new { tries.Name, tries.Source });
        model.Entity<RecoveryCode>().ToTable("recovery_codes").HasKey(code => new { code.AccountId, code.Hash });
        model.Entity<HelpVisitRow>().FollowsTenant(TenantTie.Own).ToTable("help_visits").HasKey(visit => visit.Id);
        model.Entity<AccountEvent>().ToTable("account_events").HasKey(entry => entry.Id);
    }
}
