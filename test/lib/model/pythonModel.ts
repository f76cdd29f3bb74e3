/**
 * What XGBoost 1.7.4 (Python) saved of a model of 120 synthetic rows: three trees, depth 3, base score 0.4, gamma 1.2,
 * tree_method "exact", so that the first tree has two pruned nodes; a fifth of the values missing.
 */
export const pythonModel = [
  '{"learner":{"attributes":{"best_iteration":"2","best_ntree_limit":"3"},"feature_names":["recency',
  '","basket value","região=S"],"feature_types":[],"gradient_booster":{"model":{"gbtree_model_param',
  '":{"num_parallel_tree":"1","num_trees":"3","size_leaf_vector":"0"},"tree_info":[0,0,0],"trees":[',
  '{"base_weights":[7.04698E-1,-9.468438E-1,1.7270789E0,-1.226415E0,6.557377E-1,1.7241381E-1,2.2492',
  '838E0,-1.4507772E0,-4.639175E-1,-6.7164177E-1,6.796117E-1],"categories":[],"categories_nodes":[]',
  ',"categories_segments":[],"categories_sizes":[],"default_left":[1,1,0,0,0,0,0,1,1,0,0],"id":0,"l',
  'eft_children":[1,3,5,-1,-1,9,-1,-1,-1,-1,-1],"loss_changes":[5.195272E1,6.198557E0,1.4842564E1,1',
  '.1403599E0,0E0,2.9394543E0,0E0,0E0,0E0,0E0,0E0],"parents":[2147483647,0,0,1,1,2,2,3,3,5,5],"righ',
  't_children":[2,4,6,-1,-1,10,-1,-1,-1,-1,-1],"split_conditions":[3.75E-1,1.625E0,8.75E-1,-3.67924',
  '5E-1,1.9672132E-1,3.75E-1,6.7478514E-1,-4.3523318E-1,-1.3917525E-1,-2.0149253E-1,2.0388351E-1],"',
  'split_indices":[1,0,0,0,0,0,0,2147483647,2147483647,0,0],"split_type":[0,0,0,0,0,0,0,0,0,0,0],"s',
  'um_hessian":[2.8800001E1,1.1040001E1,1.776E1,9.6E0,1.44E0,4.8E0,1.2960001E1,6.7200003E0,2.88E0,1',
  '.6800001E0,3.1200001E0],"tree_param":{"num_deleted":"2","num_feature":"3","num_nodes":"11","size',
  '_leaf_vector":"0"}},{"base_weights":[5.0520915E-1,-7.476198E-1,1.2095094E0,-1.2541317E0,1.030315',
  '46E-1,-5.654907E-1,1.4042037E0,-6.415443E-1,7.0416045E-1,5.105111E-1,1.5700516E0],"categories":[',
  '],"categories_nodes":[],"categories_segments":[],"categories_sizes":[],"default_left":[1,0,0,0,0',
  ',0,0,0,0,0,0],"id":1,"left_children":[1,3,5,-1,7,-1,9,-1,-1,-1,-1],"loss_changes":[2.6668829E1,4',
  '.9229345E0,7.3855495E0,0E0,2.7238688E0,0E0,1.7886162E0,0E0,0E0,0E0,0E0],"parents":[2147483647,0,',
  '0,1,1,2,2,4,4,6,6],"right_children":[2,4,6,-1,8,-1,10,-1,-1,-1,-1],"split_conditions":[3.75E-1,1',
  ".625E0,3.75E-1,-3.762395E-1,5.00001E-1,-1.6964722E-1,8.75E-1,-1.924633E-1,2.1124814E-1,1.5315333",
  'E-1,4.7101548E-1],"split_indices":[1,0,0,0,1,0,0,0,0,0,0],"split_type":[0,0,0,0,0,0,0,0,0,0,0],"',
  'sum_hessian":[2.8199366E1,1.0125801E1,1.8073565E1,6.049416E0,4.0763845E0,1.5982292E0,1.6475336E1',
  ',1.790896E0,2.2854886E0,3.2172065E0,1.325813E1],"tree_param":{"num_deleted":"0","num_feature":"3',
  '","num_nodes":"11","size_leaf_vector":"0"}},{"base_weights":[3.9322528E-1,-6.2592E-1,9.6155506E-',
  "1,-1.1014329E0,7.163217E-2,7.8490056E-2,1.2835462E0,-5.436836E-1,5.370329E-1,4.194524E-1,-6.3997",
  '56E-1],"categories":[],"categories_nodes":[],"categories_segments":[],"categories_sizes":[],"def',
  'ault_left":[1,0,0,0,0,0,0,0,0,0,0],"id":2,"left_children":[1,3,5,-1,7,9,-1,-1,-1,-1,-1],"loss_ch',
  'anges":[1.6093945E1,3.4559965E0,4.8938293E0,0E0,1.7427284E0,1.6791357E0,0E0,0E0,0E0,0E0,0E0],"pa',
  'rents":[2147483647,0,0,1,1,2,2,4,4,5,5],"right_children":[2,4,6,-1,8,10,-1,-1,-1,-1,-1],"split_c',
  'onditions":[3.75E-1,1.625E0,8.75E-1,-3.3042988E-1,5.00001E-1,6.25E-1,3.850639E-1,-1.6310509E-1,1',
  '.6110988E-1,1.2583573E-1,-1.9199269E-1],"split_indices":[1,0,0,0,1,0,0,0,0,0,0],"split_type":[0,',
  '0,0,0,0,0,0,0,0,0,0],"sum_hessian":[2.5746899E1,9.1813345E0,1.6565565E1,5.115299E0,4.0660353E0,4',
  '.758655E0,1.180691E1,1.6785653E0,2.38747E0,3.5093877E0,1.2492675E0],"tree_param":{"num_deleted":',
  '"0","num_feature":"3","num_nodes":"11","size_leaf_vector":"0"}}]},"name":"gbtree"},"learner_mode',
  'l_param":{"base_score":"4E-1","boost_from_average":"0","num_class":"0","num_feature":"3","num_ta',
  'rget":"1"},"objective":{"name":"binary:logistic","reg_loss_param":{"scale_pos_weight":"1"}}},"ve',
  'rsion":[1,7,4]}'
].join("");

/** Rows (NaN = missing), and the margins that Booster.inplace_predict gives them. */
export const pythonRows = [
  [0.25, 1.5, 0.5],
  [NaN, 0.75, 1],
  [1.75, NaN, NaN],
  [NaN, NaN, NaN],
  [2, 2, 0],
  [0.5, 0.5, 2],
  [1.25, 1, 1]
];
export const pythonMargins = [
  -0.6507691144943237, 1.1253993511199951, 0.16361424326896667, -0.4010315537452698, 1.1253993511199951,
  0.07740747928619385, 1.1253993511199951
];
