select k.public_id::text as object, 'a ballot by a judge with a conflict' as finding
from ballot b join candidate k on k.id = b.candidate_id where conflicted(b.judge_id, b.candidate_id)
union all
select k.public_id::text, 'a ballot by somebody who was not to score it'
from ballot b join candidate k on k.id = b.candidate_id
where not exists (select from assignment a where a.judge_id = b.judge_id and a.candidate_id = b.candidate_id and not a.conflicted)
union all
select k.public_id::text, 'a judge who nominated or is nominated in the category'
from ballot b join candidate k on k.id = b.candidate_id
where exists (select from category_side s where s.category_id = k.category_id and s.person_id = b.judge_id and s.side = 'nominating')
union all
select k.public_id::text, 'a decision below quorum without a waiver'
from decision d join candidate k on k.id = d.candidate_id
where d.ballots < d.quorum and not d.is_waived and d.outcome not in ('celebrated', 'not_placed')
union all
select c.slug, 'a winner beside joint winners where one may win'
from category c join decision d on d.category_id = c.id
where c.winners = 1 and d.outcome in ('winner', 'joint_winner')
group by c.id, c.slug, coalesce(d.band, '') having count(distinct d.outcome) > 1
