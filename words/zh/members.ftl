## 成员名单
members = 成员
members-count = { $count }个成员和准成员
members-about = 召集机构的成员和准成员，合列一份名单，按英文字母顺序排列。
members-none = 尚未录入任何成员。
associate-member = 准成员
member = 成员
member-non-regional = 区域外成员
associate-note = 准成员已标明。

## 单个成员
subregion = 次区域
subregion-enea = 东亚和东北亚
subregion-nca = 北亚和中亚
subregion-pac = 太平洋
subregion-sswa = 南亚和西南亚
subregion-sea = 东南亚
subregion-nonreg = 区域外
membership = 成员类别
member-organizations = 发展合作机构
member-organizations-none = 该成员尚未确认任何机构。
all-members = 所有成员
member-description = { $name }：其发展合作机构。

## 单个组织
kind = 类别
kind-agency = 机构
kind-ministry = 部委
kind-ministry-unit = 部委下属单位
kind-programme = 方案
kind-fund = 基金
kind-council = 理事会
kind-dfi = 发展融资机构
kind-un-entity = 联合国实体
kind-igo = 政府间组织
kind-ngo = 非政府组织
kind-university = 大学
kind-other = 组织
organization-member = 成员
acronym = 简称
parent-body = 隶属于
since = 始于
website = 网站
