## 时长
seconds = { $count }秒
minutes = { $count }分钟
hours = { $count }小时
days = { $count }天

## 多久以前
just-now = 刚刚
minutes-ago = { $count }分钟前
hours-ago = { $count }小时前
days-ago = { $count }天前

## 文件大小
size-bytes = { $count }字节
size-kilobytes = { $amount } KB
size-megabytes = { $amount } MB
size-gigabytes = { $amount } GB
